/** A Remix for each page that knows only the routes this page needs: matching all of them anew, six times a page, costs more than the page's queries. */
import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";

type Routes = ServerBuild["routes"];
type Tree = Parameters<typeof matchRoutes>[0];

/** Addresses remembered, at most: strangers can think of any number. */
const most = 1_000;

/** Answers as Remix does with the whole build. */
export function narrowed(build: ServerBuild, mode: string): RequestHandler {
  const whole = createRequestHandler(build, mode);
  const tree = treeOf(build.routes);
  const byShape = new Map<string, RequestHandler>();
  const byRoutes = new Map<string, RequestHandler>();

  function find(shape: string): RequestHandler {
    const ids = idsFor(tree, shape);
    if (!ids) return whole;
    const key = ids.join();
    const known = byRoutes.get(key) ?? createRequestHandler(withOnly(build, ids), mode);
    byRoutes.set(key, known);
    return known;
  }
  return (request, context) => {
    const shape = shapeOf(new URL(request.url).pathname);
    if (shape === "/__manifest") return whole(request, context);
    if (byShape.size >= most) for (const known of [byShape, byRoutes]) known.clear();
    const handler = byShape.get(shape) ?? find(shape);
    byShape.set(shape, handler);
    return handler(request, context);
  };
}

/** The page's address, whether it is asked for as a document or as data; all records are one: no route is named by an id. */
function shapeOf(pathname: string): string {
  return (
    pathname
      .replace(/\.data$/, "")
      .replace(/^\/_root$/, "/")
      // No page has so long a name: a signed link.
      .replace(/[^/]{80,}/g, "signed")
      .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi, "00000000-0000-0000-0000-000000000000")
  );
}

/** The routes of the address, and of those above it: the browser is told of them too. */
function idsFor(tree: Tree, shape: string): string[] | null {
  const own = matchRoutes(tree, shape);
  if (!own) return null;
  const segments = shape.split("/").filter(Boolean);
  const above = segments.flatMap(
    (_, index) => matchRoutes(tree, `/${segments.slice(0, index).join("/")}`) ?? [],
  );
  return [...new Set([...own, ...above].map(({ route }) => route.id ?? ""))].sort();
}

function withOnly(build: ServerBuild, ids: string[]): ServerBuild {
  const among = <T>(routes: Record<string, T>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)));
  return {
    ...build,
    routes: among(build.routes) as Routes,
    assets: { ...build.assets, routes: among(build.assets.routes) },
  };
}

function treeOf(routes: Routes, parentId?: string): Tree {
  return Object.values(routes)
    .filter((route) => route?.parentId === parentId)
    .flatMap((route) => {
      if (!route) return [];
      const { id, path, index, caseSensitive } = route;
      if (index) return { id, path, index, caseSensitive };
      return { id, path, caseSensitive, children: treeOf(routes, id) };
    });
}
