import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { DEFAULT_LOCALE, findLocale } from "./i18n/locales.ts";
import { LocaleContext } from "./i18n/use-messages.ts";
import { registerServiceWorker } from "./features/offline/register-service-worker.ts";

// As the server wrote the document.
const locale = findLocale(document.documentElement.lang) ?? DEFAULT_LOCALE;

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <LocaleContext.Provider value={locale}>
        <RemixBrowser />
      </LocaleContext.Provider>
    </StrictMode>,
  );
});

registerServiceWorker();
