/** How the app is built: Remix on Vite, Tailwind, and `~/` for app/. */
import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

// Loaders answer through single fetch: the types of useLoaderData must know.
declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
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
      "zod",
    ],
  },
  resolve: {
    dedupe: ["react", "react-dom"],
    alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) },
  },
  build: { rollupOptions: isSsrBuild ? {} : { treeshake: { moduleSideEffects } } },
}));

/** A page that enters a room by its door loads what it takes there, not all that the door shows: our modules do nothing by being loaded. */
function moduleSideEffects(id: string): boolean {
  return !/\/app\/(?!entry\.)/.test(id);
}
