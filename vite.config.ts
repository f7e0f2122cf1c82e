/** How the app is built: Remix on Vite, Tailwind, and `~/` for app/. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

// Loaders answer through single fetch: the types of useLoaderData must know.
declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    remix(remixConfig),
    lighterSigns(),
    isSsrBuild ? null : [laterZod(), lighterZod()],
  ],
  // In development: what browsers need of CommonJS is named here. Found out at the first visit, it would load React twice.
  optimizeDeps: {
    noDiscovery: true,
    include: [
      "react",
      "react/jsx-dev-runtime",
      "react-dom/client",
      "@remix-run/react",
      "@hookform/resolvers/zod",
      "lucide-react",
      "react-hook-form",
      "tus-js-client",
      "zod",
    ],
  },
  resolve: {
    dedupe: ["react", "react-dom"],
    alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) },
  },
  // Only what is built in is drawn by our own hand.
  ssr: { noExternal: isSsrBuild ? ["lucide-react"] : [] },
  build: {
    // A twentieth lighter than by esbuild.
    minify: isSsrBuild ? "esbuild" : "terser",
    terserOptions: { module: true },
    rollupOptions: isSsrBuild
      ? {}
      : { treeshake: { moduleSideEffects }, output: { manualChunks, onlyExplicitManualChunks: true } },
  },
}));

/** A page that enters a room by its door loads what it takes there, not all that the door shows: our modules do nothing by being loaded. */
function moduleSideEffects(id: string): boolean {
  return !/\/app\/(?!entry\.)/.test(id);
}

/** What is needed together travels together: in forty small pieces gzip finds less to save, and each is a request. */
function manualChunks(id: string): string | undefined {
  return chunks.find(([, holds]) => holds.test(id))?.[0];
}

const chunks: [name: string, holds: RegExp][] = [
  [
    "react",
    /commonjsHelpers|\/node_modules\/(@remix-run|react|react-dom|react-router|react-router-dom|scheduler|turbo-stream)\//,
  ],
  ["icons", /\/node_modules\/lucide-react\/|\/app\/ui\/sign\.tsx$/],
  ["frame", /vite\/preload-helper|\/app\/accounts\/(index|permissions)\.ts$/],
  [
    "frame",
    /\/app\/ui\/(ask|badge|button|dialog|empty-state|follow-links|keys-dialog|language|link|menu|notice|number|page|palette|ranking|scripted|shell|shell-search|text-link|theme|title|toast|unfolding|url|use-\w+|user-menu|words)\.tsx?$/,
  ],
  ["frame", /\/app\/platform\/(clock|forms|phone|text|words|zod-later)\.ts$/],
  ["list", /\/app\/ui\/(kept-params|list-bar|list-choosers)\.tsx$/],
  ["table", /\/app\/ui\/table(-selection)?\.tsx$/],
  [
    "fields",
    /\/app\/ui\/(form-words|typed-day|fields\/(choice-inputs|combobox|day-input|frame|password-input|plain-fields|use-choices))\.tsx?$/,
  ],
  ["skills", /\/app\/roster\/record\/(language|language-words|qualification|skill-words|topic)\.ts$/],
];

/** Signs are drawn by app/ui/sign.tsx, on the server and in the browser alike. */
function lighterSigns(): Plugin {
  const sign = fileURLToPath(new URL("./app/ui/sign.tsx", import.meta.url));
  return {
    name: "lighter-signs",
    apply: "build",
    load: (id) =>
      /\/lucide-react\/dist\/esm\/createLucideIcon\.mjs$/.test(id)
        ? `export { createSign as default } from ${JSON.stringify(sign)};`
        : null,
  };
}

/** A page is read before anything on it is checked: zod stays behind until then (app/platform/zod-later.ts). */
function laterZod(): Plugin {
  const later = fileURLToPath(new URL("./app/platform/zod-later.ts", import.meta.url));
  return {
    name: "later-zod",
    apply: "build",
    enforce: "pre",
    resolveId: (id, importer) => (id === "zod" && importer !== later ? later : null),
  };
}

/** In the browser zod neither writes JSON Schema, nor compiles (eval is forbidden), nor meets values that hold themselves, nor speaks (`formErrors` does): two thirds of it stay behind. */
function lighterZod(): Plugin {
  return {
    name: "lighter-zod",
    apply: "build",
    async load(id) {
      if (!unusedZod.test(id)) return null;
      const source = await readFile(id, "utf8");
      const names = [...source.matchAll(/^export (?:const|function|class) ([$\w]+)/gm)].map(
        ([, name]) => name,
      );
      const whole = source.includes("export default") ? "export default () => ({});" : "";
      return `const none = () => {};\n${whole}\nexport { ${names.map((name) => `none as ${name}`).join(", ")} };`;
    },
  };
}

const unusedZod =
  /\/zod\/v4\/(core\/(compile|json-schema-\w+|memoizer|to-json-schema|visit)|classic\/(deep-partial|from-json-schema|in-out)|locales\/(?!index)[\w-]+)\.js$/;
