import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { openFrame } from "./features/accounts/open-frame.server.ts";
import { PersonContext } from "./features/accounts/use-act-as.ts";
import { BrowserKeeping } from "./features/offline/browser-keeping.tsx";
import { buildPersonTag } from "./features/offline/person-tag.server.ts";
import { THEME_COLORS } from "./features/offline/web-manifest.ts";
import { findPageLocale } from "./i18n/find-page-locale.ts";
import { asksForMirror, directionOf, type Locale } from "./i18n/locales.ts";
import { createT } from "./i18n/messages.ts";
import { LocaleContext, useLocale } from "./i18n/use-messages.ts";
import styles from "./styles/app.css?url";
import { describeError, ErrorPage } from "./ui/error-page.tsx";
import { HydrationMark } from "./ui/hydration-mark.tsx";
import { messages } from "./ui/messages.ts";
import { SiteFrame } from "./ui/site-frame.tsx";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  // With the cookie: it answers in the person's language.
  { rel: "manifest", href: "/manifest.webmanifest", crossOrigin: "use-credentials" },
];

export const meta: MetaFunction<typeof loader> = ({ data, error, matches }) => {
  // What an action throws is shown without the root's data: the layout knows the language then.
  if (error && !data) return [];
  return [{ title: error ? nameError(error, findPageLocale(matches)) : "Rung" }];
};

function nameError(error: unknown, locale: Locale): string {
  return `${describeError(isRouteErrorResponse(error) ? error.status : 500, locale).title} · Rung`;
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale } = context;
  const isMirrored = context.deps.settings.NODE_ENV !== "production" && asksForMirror(request.headers.get("Cookie"));
  return { nonce: context.cspNonce, locale, direction: isMirrored ? "rtl" : directionOf(locale), userId: context.user?.id ?? null, person: context.user && buildPersonTag(context.user.id), user: await openFrame(context.deps, context.user) };
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
  const documentLocale = useLocale();
  const locale = data?.locale ?? documentLocale;
  const error = useRouteError();
  const description = useMatches().map((match) => findDescription(match.data)).findLast((text) => text !== null) ?? createT(messages, locale)("siteDescription");
  return (
    <html lang={locale} dir={data?.direction ?? directionOf(locale)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content={THEME_COLORS.light} />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content={THEME_COLORS.dark} />
        <meta name="description" content={description} />
        <Meta />
        {!data && error !== undefined && <title>{nameError(error, locale)}</title>}
        <Links />
      </head>
      <body>
        <LocaleContext.Provider value={locale}>
          <PersonContext.Provider value={data?.person ?? null}>
            <SiteFrame user={data?.user ?? null}>{children}</SiteFrame>
          </PersonContext.Provider>
          <BrowserKeeping userId={data?.userId ?? null} />
        </LocaleContext.Provider>
        <HydrationMark />
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

/** A page whose data has a `description` is described by it. */
function findDescription(data: unknown): string | null {
  return typeof data === "object" && data !== null && "description" in data && typeof data.description === "string" && data.description !== "" ? data.description : null;
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return <ErrorPage status={status} isSignedIn={Boolean(useRouteLoaderData<typeof loader>("root")?.user)} />;
}
