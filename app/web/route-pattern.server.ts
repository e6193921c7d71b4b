import type { ServerBuild } from "@remix-run/node";

type Routes = Pick<ServerBuild, "routes">;
export type Route = NonNullable<ServerBuild["routes"][string]>;

/** Addresses that every router reads alike: no percent signs, no empty parts, no end in `/`. Page data ends in `.data`. */
export const PLAIN_PATH = /^(?:\/[\w.~-]+)+$/;

/** The route that answers a path, and what the path's parts are to it. */
export interface RouteFound {
  /** As in the route table, e.g. `/courses/:courseId`: few and known, so that it may be a label of a measurement. */
  pattern: string;
  /** Null where several routes end at the same pattern, as a page and its index do. */
  route: Route | null;
  params: Record<string, string>;
}

interface End {
  pattern: string;
  names: readonly string[];
  route: Route | null;
}

interface Node {
  /** The route that ends here. */
  end: End | null;
  literal: Map<string, Node>;
  parameter: Node | null;
  /** The route of whatever goes on below, e.g. `files/*`. */
  splat: End | null;
}

const makeNode = (): Node => ({ end: null, literal: new Map(), parameter: null, splat: null });

/**
 * Finds the route of a path by one walk along its parts, where the router would compare it with every pattern of the
 * table. Paths are taken as they are written: capitals and percent signs match nothing but parameters.
 */
export function createRouteFinder(build: Routes): (path: string) => RouteFound | null {
  const root = makeNode();
  for (const route of Object.values(build.routes)) {
    if (route === undefined || route.id === "root") continue;
    const parts: string[] = [];
    for (let one: Route | undefined = route; one; one = one.parentId === undefined ? undefined : build.routes[one.parentId]) if (one.path) parts.unshift(...one.path.split("/"));
    add(root, parts, route);
  }
  return (path) => {
    const parts = path.split("/").filter(Boolean);
    const values: string[] = [];
    const end = find(root, parts, 0, values);
    return end && { pattern: end.pattern, route: end.route, params: Object.fromEntries(end.names.map((name, i) => [name, values[i] ?? ""])) };
  };
}

/** Only the pattern of the route table that answers a path, also of a page's data. */
export function createRoutePatterns(build: Routes): (path: string) => string {
  const find = createRouteFinder(build);
  return (path) => find(path.replace(/\.data$/, ""))?.pattern ?? "/*";
}

function add(root: Node, parts: readonly string[], route: Route): void {
  const pattern = `/${parts.join("/")}`;
  const names = parts.filter((part) => part === "*" || part.startsWith(":")).map((part) => (part === "*" ? part : part.slice(1)));
  let node = root;
  for (const part of parts) {
    if (part === "*") {
      node.splat = { pattern, names, route: node.splat ? null : route };
      return;
    }
    if (part.startsWith(":")) node = node.parameter ??= makeNode();
    else {
      const next = node.literal.get(part) ?? makeNode();
      node.literal.set(part, next);
      node = next;
    }
  }
  node.end = { pattern, names, route: node.end ? null : route };
}

/** Words before parameters before the rest, as the router ranks them. `values` gets those of the parameters on the way. */
function find(node: Node, parts: readonly string[], at: number, values: string[]): End | null {
  const part = parts[at];
  const below = () => {
    if (!node.splat) return null;
    values.push(parts.slice(at).join("/"));
    return node.splat;
  };
  if (part === undefined) return node.end ?? below();
  const literal = node.literal.get(part);
  const known = values.length;
  const byWord = literal && find(literal, parts, at + 1, values);
  if (byWord) return byWord;
  values.length = known;
  if (node.parameter) {
    values.push(part);
    const byParameter = find(node.parameter, parts, at + 1, values);
    if (byParameter) return byParameter;
    values.length = known;
  }
  return below();
}
