import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Link, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { openFrame } from "./features/accounts/open-frame.server.ts";
import styles from "./styles/app.css?url";
import { SiteFrame } from "./ui/site-frame.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }, { rel: "icon", href: "/icon.svg", type: "image/svg+xml" }];
export const meta: MetaFunction = () => [{ title: "Rung" }, { name: "description", content: "Courses with coding labs, at your own pace." }];

export async function loader({ context }: LoaderFunctionArgs) {
  return { nonce: context.cspNonce, user: await openFrame(context.deps, context.user) };
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const nonce = data?.nonce;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <SiteFrame user={data?.user ?? null}>{children}</SiteFrame>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { title, text } = describe(isRouteErrorResponse(error) ? error.status : 500);
  return (
    <div className="page narrow">
      <h1>{title}</h1>
      <p>{text}</p>
      <p><Link className="button" to="/">Go to the start</Link></p>
    </div>
  );
}

function describe(status: number): { title: string; text: string } {
  if (status === 404) return { title: "There is nothing here", text: "The address may be old or mistyped, or the page is not open to you." };
  if (status === 429) return { title: "A little too fast", text: "Too many tries in a short time. Wait a minute and try again." };
  if (status === 507) return { title: "Nothing could be stored", text: "The server's disk is full. What you typed is still in this browser; try again in a while." };
  return { title: "Something broke here", text: "It is our fault, it was noted, and nothing of yours is lost. Try again in a moment." };
}
