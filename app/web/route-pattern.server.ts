import type { ServerBuild } from "@remix-run/node";

interface Node {
  /** The pattern that ends here. */
  pattern: string | null;
  literal: Map<string, Node>;
  parameter: Node | null;
  /** The pattern of what goes on below, e.g. `files/*`. */
  splat: string | null;
}

const makeNode = (): Node => ({ pattern: null, literal: new Map(), parameter: null, splat: null });

/**
 * Gives the pattern of the route table that answers a path, e.g. `/courses/:courseId`: few and known, so that it may be
 * a label of a measurement. One walk along the path's parts.
 */
export function createRoutePatterns(build: Pick<ServerBuild, "routes">): (path: string) => string {
  const root = makeNode();
  for (const route of Object.values(build.routes)) {
    if (route === undefined || route.id === "root") continue;
    const parts: string[] = [];
    for (let one: typeof route | undefined = route; one; one = one.parentId === undefined ? undefined : build.routes[one.parentId]) if (one.path) parts.unshift(...one.path.split("/"));
    add(root, parts);
  }
  return (path) => find(root, path.replace(/\.data$/, "").split("/").filter(Boolean), 0) ?? "/*";
}

function add(root: Node, parts: readonly string[]): void {
  const pattern = `/${parts.join("/")}`;
  let node = root;
  for (const part of parts) {
    if (part === "*") {
      node.splat = pattern;
      return;
    }
    if (part.startsWith(":")) node = node.parameter ??= makeNode();
    else {
      const next = node.literal.get(part) ?? makeNode();
      node.literal.set(part, next);
      node = next;
    }
  }
  node.pattern = pattern;
}

/** Words before parameters before the rest, as the router ranks them. */
function find(node: Node, parts: readonly string[], at: number): string | null {
  const part = parts[at];
  if (part === undefined) return node.pattern ?? node.splat;
  const literal = node.literal.get(part);
  return (literal && find(literal, parts, at + 1)) ?? (node.parameter && find(node.parameter, parts, at + 1)) ?? node.splat;
}
