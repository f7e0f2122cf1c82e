/** A Remix that knows only the routes of a page answers as one that knows them all. */
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import { narrowed } from "~/platform/host/narrow";

const id = "0198e3ac-ace6-7553-88a4-2203cc20c742";
const page = () => null;
const routes = {
  root: { id: "root", path: "", module: { default: page, loader: () => "root" } },
  app: { id: "app", parentId: "root", module: { default: page, loader: () => "app" } },
  home: { id: "home", parentId: "app", index: true, module: { default: page } },
  list: { id: "list", parentId: "app", path: "roster", module: { default: page, loader: () => "list" } },
  new: { id: "new", parentId: "app", path: "roster/new", module: { default: page } },
  one: { id: "one", parentId: "app", path: "roster/:id", module: { default: page, loader: paramsOf } },
  values: { id: "values", parentId: "root", path: "roster/:id/values", module: { loader: valuesOf } },
  rest: { id: "rest", parentId: "root", path: "*", module: { default: page, loader: absent } },
};
const build = {
  routes,
  assets: { routes: Object.fromEntries(Object.keys(routes).map((one) => [one, { id: one }])), version: "1" },
  future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true },
  entry: { module: { default: draw } },
  basename: "/",
} as unknown as ServerBuild;

test.each([
  ...[
    "/",
    "/roster",
    "/roster/",
    "/roster/new",
    `/roster/${id}`,
    `/roster/${id.toUpperCase()}`,
    "/roster/other",
  ],
  ...[`/roster/${id}/values`, "/nowhere", "/roster/a/b", "//roster"],
  ...[
    "/_root.data",
    "/roster.data",
    `/roster/${id}.data`,
    "/nowhere.data",
    "/__manifest?version=1&p=/roster/new",
  ],
])("%s", async (address) => {
  const answers = [createRequestHandler(build, "production"), narrowed(build, "production")].map(
    async (handler) => {
      const answer = await handler(new Request(`http://localhost${address}`));
      return { status: answer.status, text: await answer.text() };
    },
  );
  const [whole, narrow] = await Promise.all(answers);
  expect(narrow).toEqual(whole);
});

/** What a page is drawn from: the data, and the routes that the browser is told of. */
function draw(_request: Request, status: number, _headers: Headers, context: unknown) {
  const { staticHandlerContext: known } = context as { staticHandlerContext: { matches: object[] } };
  return new Response(JSON.stringify({ ...known, matches: known.matches.length }), { status });
}

function paramsOf({ params }: { params: object }) {
  return params;
}

function valuesOf({ params }: { params: object }) {
  return Response.json(params);
}

function absent() {
  throw new Response(null, { status: 404 });
}
