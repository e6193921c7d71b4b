import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { openFrame } from "./features/accounts/open-frame.server.ts";
import { createPageT, findPageLocale } from "./i18n/find-page-locale.ts";
import { asksForMirror, DEFAULT_LOCALE, directionOf } from "./i18n/locales.ts";
import { LocaleContext } from "./i18n/use-messages.ts";
import styles from "./styles/app.css?url";
import { describeError, ErrorPage } from "./ui/error-page.tsx";
import { messages } from "./ui/messages.ts";
import { SiteFrame } from "./ui/site-frame.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }, { rel: "icon", href: "/icon.svg", type: "image/svg+xml" }];

export const meta: MetaFunction = ({ error, matches }) => [
  { title: error ? `${describeError(isRouteErrorResponse(error) ? error.status : 500, findPageLocale(matches)).title} · Rung` : "Rung" },
  { name: "description", content: createPageT(messages, matches)("siteDescription") },
];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale } = context;
  const isMirrored = context.deps.settings.NODE_ENV !== "production" && asksForMirror(request.headers.get("Cookie"));
  return { nonce: context.cspNonce, locale, direction: isMirrored ? "rtl" : directionOf(locale), user: await openFrame(context.deps, context.user) };
}

let firstNonce: string | undefined;

/**
 * The nonce of the document as it was loaded. The root's data is read anew after every form, with a nonce that this
 * document's policy does not know: what takes it from the scripts later (the editor's styles) would be refused.
 */
function keepFirstNonce(nonce: string | undefined): string | undefined {
  if (typeof document === "undefined") return nonce;
  return (firstNonce ??= nonce);
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root");
  const nonce = keepFirstNonce(data?.nonce);
  const locale = data?.locale ?? DEFAULT_LOCALE;
  return (
    <html lang={locale} dir={data?.direction ?? directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleContext.Provider value={locale}>
          <SiteFrame user={data?.user ?? null}>{children}</SiteFrame>
        </LocaleContext.Provider>
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
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <ErrorPage status={status} isSignedIn={Boolean(useRouteLoaderData<typeof loader>("root")?.user)} />;
}
