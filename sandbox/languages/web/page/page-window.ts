/** One window of happy-dom, in the judge's realm: no network, no other pages, no code of its own. */
import DetachedBrowser from "happy-dom/lib/browser/detached-browser/DetachedBrowser.js";
import BrowserWindow from "happy-dom/lib/window/BrowserWindow.js";
import * as PropertySymbol from "happy-dom/lib/PropertySymbol.js";

export const PAGE_URL = "http://localhost/";

/** Names of a window that a page here does not have: they would load, send, or show the machinery. */
const ABSENT = [
  "fetch", "XMLHttpRequest", "XMLHttpRequestUpload", "XMLHttpRequestEventTarget", "WebSocket", "Request", "Response", "Headers", "Buffer", "cookieStore",
  "CookieStore", "PerformanceObserver", "PerformanceEntry", "PerformanceObserverEntryList", "ReadableStream", "WritableStream", "TransformStream",
  "OffscreenCanvas", "ImageBitmap", "createImageBitmap", "Clipboard", "ClipboardItem", "PluginArray", "Plugin", "globalThis", "attachEvent", "detachEvent", "postMessage",
  "getScreenDetails", "ScreenDetails", "ScreenDetailed", "IntersectionObserverEntry",
] as const;

/** And those that say so. A test can put a mock of its own in their place. */
const NO_NETWORK = ["XMLHttpRequest", "WebSocket", "EventSource"] as const;

export interface WindowHooks {
  setTimer(callback: (at: number) => void, delayMs: number): number;
  clearTimer(id: unknown): void;
  /** A learner's function that the page called threw: an event listener, a callback. */
  failed(error: unknown): void;
  navigate(url: string): void;
}

class PageWindow extends BrowserWindow {
  override [PropertySymbol.setupVMContext](): void {}
  override [PropertySymbol.evaluateScript](): never {
    throw new TypeError("Scripts are run in the learner's realm");
  }
  override [PropertySymbol.validateJavaScriptExecutionEnvironment](): void {}
}

export type Page = PageWindow;
export const windowPrototype: object = PageWindow.prototype;

const FRAME_MS = 16;
const quiet = (): void => {};
const noNetwork = (name: string): never => {
  throw new TypeError(`${name}: there is no network in a lab. A test can give your page an answer of its own instead.`);
};

export function openWindow(hooks: WindowHooks): PageWindow {
  const browser = new DetachedBrowser(PageWindow, {
    // What the library says of itself is of no use to a learner.
    console: { ...globalThis.console, log: quiet, info: quiet, warn: quiet, error: quiet, debug: quiet },
    settings: {
      enableJavaScriptEvaluation: false, handleDisabledFileLoadingAsSuccess: true, disableIframePageLoading: true, enableCSSFileLoading: true,
      navigation: { disableMainFrameNavigation: true, disableChildFrameNavigation: true, disableChildPageNavigation: true },
      navigator: { userAgent: "Mozilla/5.0 (X11; Linux x64) Rung" },
    },
  });
  const page = browser.defaultContext.pages[0];
  if (page === undefined) throw new Error("There is no page in a new browser");
  const frame = page.mainFrame;
  // Only windows that a script opened can be resized; tests of layouts that answer to width need it of this one.
  (frame as unknown as Record<symbol, unknown>)[PropertySymbol.popup] = true;
  const window = new PageWindow(frame, { url: PAGE_URL });
  frame.window = window;
  // The page is loaded by us: the library's own end of loading never comes.
  (window as unknown as Record<symbol, { startTask(): number }>)[PropertySymbol.readyStateManager]?.startTask();

  for (const name of ABSENT) {
    Reflect.deleteProperty(window, name);
    Reflect.deleteProperty(BrowserWindow.prototype, name);
  }
  const define = (key: PropertyKey, value: unknown): void =>
    void Reflect.defineProperty(window, key, { value, configurable: true, writable: true, enumerable: true });
  define(PropertySymbol.dispatchError, (error: unknown) => hooks.failed(error));
  for (const name of ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "queueMicrotask", "console", "performance", "crypto", "URL", "URLSearchParams", "TextEncoder", "TextDecoder"] as const) {
    Reflect.defineProperty(window, name, { get: () => globalThis[name], set: (value: unknown) => define(name, value), configurable: true, enumerable: true });
  }
  for (const name of ["window", "self", "top", "parent", "frames"] as const) define(name, window);
  define("opener", null);
  define("alert", (_text?: unknown): void => {});
  define("confirm", (_text?: unknown): boolean => false);
  define("prompt", (_text?: unknown, _value?: unknown): string | null => null);
  define("fetch", async () => noNetwork("fetch"));
  for (const name of NO_NETWORK) define(name, { [name]: function (): never { return noNetwork(name); } }[name]);
  for (const name of ["requestAnimationFrame", "requestIdleCallback"]) {
    define(name, (callback: (at: number) => void) => hooks.setTimer(() => callback(performance.now()), FRAME_MS));
  }
  for (const name of ["cancelAnimationFrame", "cancelIdleCallback"]) define(name, (id: unknown) => hooks.clearTimer(id));
  define("open", (url?: unknown): null => {
    hooks.navigate(String(url ?? ""));
    return null;
  });
  // Styles that depend on the size of the window are computed anew.
  for (const name of ["resizeTo", "resizeBy"] as const) {
    const resize = window[name];
    define(name, (width: number, height: number) => {
      resize.call(window, width, height);
      (window.document as unknown as Record<symbol, () => void>)[PropertySymbol.clearComputedStyleCache]?.();
    });
  }
  return window;
}
