import { SERVICE_WORKER_PATH } from "./offline-rules.ts";

/** Starts the service worker when the page has nothing better to do. Browsers without one read with a connection. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const start = () => void register().catch((error: unknown) => console.warn("Pages cannot be kept for reading offline.", error));
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });
}

async function register(): Promise<void> {
  const wasThere = navigator.serviceWorker.controller !== null;
  await navigator.serviceWorker.register(SERVICE_WORKER_PATH, { updateViaCache: "none" });
  if (wasThere) return;
  // What this page loaded before the worker was there.
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ type: "opened", path: location.pathname, files: performance.getEntriesByType("resource").map(({ name }) => name) });
}
