/**
 * Links of this site. On the server the router's own work out for each link what only matters after a click: where it
 * leads from here, what to load before, how to go there. A page has dozens, and their markup is a plain anchor.
 */
import { Link as RouterLink, NavLink as RouterNavLink, useLocation, type LinkProps, type NavLinkProps } from "@remix-run/react";
import type { FunctionComponent } from "react";

/** Addresses of this site that lead to the same place from everywhere: whole, and without steps up or to another host. */
const WHOLE = /^\/(?!\/)(?!.*\/\.)[^\s\\]*$/;
const PLAIN_PATH = /^(?:\/[\w-]+)+$/;

function ServerLink(props: LinkProps) {
  const { to, prefetch: _prefetch, discover = "render", reloadDocument, replace: _replace, state: _state, preventScrollReset: _reset, relative: _relative, viewTransition: _transition, children, ...rest } = props;
  if (typeof to !== "string" || !WHOLE.test(to)) return <RouterLink {...props} />;
  return <a data-discover={discover === "render" && !reloadDocument ? "true" : undefined} {...rest} href={to}>{children}</a>;
}

function ServerNavLink(props: NavLinkProps) {
  const { pathname } = useLocation();
  const { to, end = false, caseSensitive: _caseSensitive, className, style, children, "aria-current": ariaCurrent = "page", ...rest } = props;
  const isPlain = typeof to === "string" && PLAIN_PATH.test(to) && PLAIN_PATH.test(pathname) && !props.caseSensitive;
  if (!isPlain || typeof className === "function" || typeof style === "function" || typeof children === "function") return <RouterNavLink {...props} />;
  const [here, there] = [pathname.toLowerCase(), to.toLowerCase()];
  const isActive = here === there || (!end && here.startsWith(`${there}/`));
  return <ServerLink {...rest} to={to} style={style} className={[className, isActive && "active"].filter(Boolean).join(" ")} aria-current={isActive ? ariaCurrent : undefined}>{children}</ServerLink>;
}

const IS_SERVER = typeof document === "undefined";

/** A link to a page of this site, as `@remix-run/react` has it. */
export const Link: FunctionComponent<LinkProps> = IS_SERVER ? ServerLink : RouterLink;

/** A link that says whether it leads to where one is, as `@remix-run/react` has it. */
export const NavLink: FunctionComponent<NavLinkProps> = IS_SERVER ? ServerNavLink : RouterNavLink;
