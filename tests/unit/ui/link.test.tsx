import { Link as RouterLink, NavLink as RouterNavLink, type LinkProps, type NavLinkProps } from "@remix-run/react";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider, type StaticHandlerContext } from "react-router-dom/server.js";
import { describe, expect, it } from "vitest";
import { Link, NavLink } from "../../../app/ui/link.tsx";

/** Markup at an address, with the attributes of the anchor in the order of their names. */
async function render(element: ReactElement, at: string): Promise<string> {
  const { query, dataRoutes } = createStaticHandler([{ path: "*", element }]);
  const context = (await query(new Request(`http://rung.example${at}`))) as StaticHandlerContext;
  const markup = renderToStaticMarkup(<StaticRouterProvider router={createStaticRouter(dataRoutes, context)} context={context} hydrate={false} />);
  return markup.replace(/<a ([^>]*)>/, (_, attributes: string) => `<a ${[...attributes.matchAll(/[\w-]+="[^"]*"/g)].map(([one]) => one).sort().join(" ")}>`);
}

const LINKS: LinkProps[] = [
  { to: "/today", children: "Today" },
  { to: "/courses/a/b?x=1&y=ä#part-1", className: "button", rel: "prev" },
  { to: "/plan", prefetch: "intent", "aria-label": "Plan", title: "plan" },
  { to: "/plan", reloadDocument: true, target: "_blank" },
  { to: "/plan", discover: "none", replace: true, preventScrollReset: true, state: { a: 1 } },
  { to: "sibling" },
  { to: ".." },
  { to: "/a/../b" },
  { to: "//elsewhere.example/a" },
  { to: "https://elsewhere.example/a" },
  { to: { pathname: "/a", search: "?b=1" } },
  { to: "?page=2" },
];

const NAV_LINKS: NavLinkProps[] = [
  { to: "/courses", children: "Courses" },
  { to: "/courses", end: true, className: "tab" },
  { to: "/Courses", caseSensitive: true },
  { to: "/course" },
  { to: "/courses/a", "aria-current": "step" },
  { to: "/courses", className: ({ isActive }) => (isActive ? "yes" : "no") },
  { to: "/courses?x=1" },
  { to: "/" },
];

describe("links on the server", () => {
  it.each(LINKS.map((props) => [JSON.stringify(props.to), props] as const))("are the router's: %s", async (_name, props) => {
    for (const at of ["/", "/courses/a"]) expect(await render(<Link {...props} />, at)).toBe(await render(<RouterLink {...props} />, at));
  });

  it.each(NAV_LINKS.map((props) => [JSON.stringify(props), props] as const))("say where one is as the router's do: %s", async (_name, props) => {
    for (const at of ["/", "/courses", "/courses/", "/courses/a", "/coursesmore", "/COURSES/a", "/courses/ä"]) {
      expect(`${at} ${await render(<NavLink {...props} />, at)}`).toBe(`${at} ${await render(<RouterNavLink {...props} />, at)}`);
    }
  });

  it("are plain anchors there", async () => {
    expect(await render(<Link to="/today">Today</Link>, "/")).toBe('<a data-discover="true" href="/today">Today</a>');
  });
});
