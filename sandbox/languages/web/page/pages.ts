/**
 * The pages of a run, in the judge's realm. Each has a window of happy-dom here and a realm of the learner's, whose global object
 * stands for that window. Tests have the window itself; the learner's scripts see faces of it.
 */
import type { JudgeInside } from "../../../judge/judge-realm.ts";
import type { JudgeSide } from "../../../judge/learner-realm.ts";
import type { Outside } from "../../../judge/web-globals.ts";
import type { Port } from "../../../judge/membrane/port.ts";
import type { bootPage, PageSide } from "../learner-realm.ts";
import { guardClasses, guardPort } from "./guard.ts";
import { describeForPeople, guardKinds, sameNodes } from "./kinds.ts";
import { pageHooks } from "./hooks.ts";
import { keepInnerState } from "./inner-state.ts";
import { openWindow, PAGE_URL, windowPrototype } from "./page-window.ts";
import type { Page as PageWindow } from "./page-window.ts";
import { loadScripts } from "./load.ts";
import { closeFrames, mendTexts } from "./mend.ts";
import * as PropertySymbol from "happy-dom/lib/PropertySymbol.js";

/** What the worker does for a page. Strings in and out. */
export interface PageWorker {
  /** Makes a realm and answers by calling `join`. */
  openRealm(): void;
  /** Evaluates a script in the newest realm: a file of the learner's (`path`), or `code` that begins at `line` of the page. Answers with what went wrong, or with nothing. */
  evaluate(kind: string, path: string, code: string, line: number): string;
}

export interface OpenPage {
  window: PageWindow;
  side: PageSide;
  /** Their side of the membrane. */
  port: Port;
  alive: boolean;
  /** What kept it from loading, for the learner. */
  problem: string;
  loaded: boolean;
}

type Control = (operation: string, first?: string | typeof bootPage) => string | number | undefined;

export function bootPages(openRealm: () => void, evaluate: PageWorker["evaluate"]): Control {
  const { inside } = (globalThis as unknown as { __judge: { inside: JudgeInside } }).__judge;
  const { membrane, judge } = inside;
  let files: Record<string, string> = {};
  let current: OpenPage | null = null;
  let opening: ((start: typeof bootPage) => void) | null = null;
  const pageOf = new WeakMap<object, OpenPage>();

  const here = (): OpenPage => {
    if (current === null) throw new Error("No page is open");
    return current;
  };
  /** Speaks to a page's realm until the answer is called. */
  const turnTo = (page: OpenPage): (() => void) => {
    if (active === page) return stay;
    const before = active;
    active = page;
    membrane.connect(page.port);
    return () => {
      active = before;
      if (before !== null) membrane.connect(before.port);
    };
  };
  let active: OpenPage | null = null;
  const stay = (): void => {};

  const failed = (page: OpenPage, error: unknown): void => {
    // What a test's own listener throws is the test's.
    if (!membrane.isFace(error) && (error as { name?: unknown } | null)?.name === "AssertionError") {
      inside.noteStray(error);
      return;
    }
    let message = "Uncaught";
    try {
      message = `Uncaught ${String((error as { name?: unknown }).name)}: ${String((error as { message?: unknown }).message)}`;
    } catch {
      // It can't be read: the event says only that there was one.
    }
    const event = new page.window.ErrorEvent("error", { message, error: error as Error, cancelable: true });
    page.window.dispatchEvent(event);
    if (!event.defaultPrevented) inside.noteStray(error);
  };

  function outsideOf(page: OpenPage): Outside {
    const outer = inside.learnerOutside;
    return {
      ...outer,
      setTimer: (callback, delayMs, repeat, args) => outer.setTimer((...given: unknown[]) => {
        if (!page.alive) return;
        const leave = turnTo(page);
        try {
          (callback as (...args: unknown[]) => unknown)(...given);
        } catch (error) {
          failed(page, error);
        } finally {
          leave();
        }
      }, delayMs, repeat, args),
      stray: (error) => failed(page, error),
    };
  }

  /** A window and a realm that belong together, before anything is in them. */
  function open(): OpenPage {
    const page: OpenPage = { window: undefined as never, side: undefined as never, port: undefined as never, alive: true, problem: "", loaded: false };
    const prior = current;
    if (prior !== null) prior.alive = false;
    inside.forgetModules();
    opening = (start) => {
      const side: JudgeSide = {
        ...judge,
        port: guardPort(membrane.port, () => turnTo(page)),
        outside: () => membrane.give(outside) as Outside,
        take: (path, namespace) => {
          if (current === page) judge.take(path, namespace);
        },
      };
      page.side = inside.join(start, side, (theirs) => {
        page.port = keepInnerState(theirs, membrane, () => page.window);
        return page.port;
      });
    };
    const outside = outsideOf(page);
    active = page;
    openRealm();
    page.window = openWindow({
      failed: (error) => failed(page, error),
      navigate: (url) => go(page, url),
      setTimer: (callback, delayMs) => outside.setTimer(callback, delayMs, false, []),
      clearTimer: outside.clearTimer,
    });
    pageOf.set(page.window, page);
    guardClasses(page.window);
    if (shown === "") guardKinds(page.window);
    // Its global object stands for the window, both ways.
    page.side.port.link(0, page.window);
    current = page;
    inside.use(page.side);
    for (const path of Object.keys(files)) page.side.knowFile(path);
    furnish(page);
    showTheirs(page);
    return page;
  }

  function say(_page: OpenPage, text: string): void {
    (globalThis as unknown as { console: { warn(text: string): void } }).console.warn(text);
  }

  // ---- the learner's globals ----

  let shown = "", settable = "";
  function furnish(page: OpenPage): void {
    const window = page.window as unknown as Record<string, unknown>;
    if (shown === "") {
      const names = Object.getOwnPropertyNames(window).filter((name) => !["window", "self", "top", "parent", "frames", "console"].includes(name));
      const isSettable = (name: string): boolean => /^on[a-z]+$/.test(name) || name === "location" || name === "name";
      shown = names.filter((name) => !isSettable(name)).join(" ");
      settable = names.filter(isSettable).join(" ");
    }
    page.side.furnish(shown, settable, (name) => window[name], (name, value) => {
      if (name === "location") page.window.location.href = String(value);
      else window[name] = value;
    });
  }

  /** What the learner's scripts define globally is on the window of the tests too, behind everything that the page itself has. */
  function showTheirs(page: OpenPage): void {
    const theirs = membrane.faceOfLinked(page.side.port.linked(0));
    const read = (key: PropertyKey): PropertyDescriptor | undefined => (typeof key === "string" ? Reflect.getOwnPropertyDescriptor(theirs, key) : undefined);
    Object.setPrototypeOf(page.window, new Proxy(windowPrototype, {
      get(target, key, receiver) {
        if (Reflect.has(target, key)) return Reflect.get(target, key, receiver) as unknown;
        const found = read(key);
        return found?.get === undefined ? (found?.value as unknown) : Reflect.apply(found.get, page.window, []);
      },
      has: (target, key) => Reflect.has(target, key) || read(key) !== undefined,
      set(target, key, value, receiver) {
        if (typeof key !== "string" || Reflect.has(target, key)) return Reflect.defineProperty(receiver, key, { value, writable: true, enumerable: true, configurable: true });
        return Reflect.defineProperty(theirs, key, { value, writable: true, enumerable: true, configurable: true });
      },
    }));
  }

  // ---- what the library asks ----

  pageHooks.readFile = (url) => {
    const path = pathOf(url);
    const text = path === null ? undefined : files[path];
    if (text === undefined) {
      say(here(), `${url.replace(PAGE_URL, "")} is not one of the page's files.`);
      throw new Error("There is no such file");
    }
    return text;
  };
  pageHooks.compileHandler = (element, property, code) => {
    const page = pageOf.get((element as Record<symbol, object>)[PropertySymbol.window] as object) ?? here();
    try {
      const run = membrane.port.face(page.side.compileHandler(code)) as (...args: unknown[]) => unknown;
      return (event) => {
        const answer = Reflect.apply(run, element, [event]);
        if (answer === false) (event as Event).preventDefault();
        return answer;
      };
    } catch (error) {
      failed(page, new page.window.SyntaxError(`${property}="${code}" can't be read: ${error instanceof Error ? error.message : "it is no program"}`));
      return null;
    }
  };
  const go = (page: OpenPage, url: string): void => {
    const { location } = page.window;
    const [before, hash] = url.split("#", 2);
    if (hash !== undefined && (before === "" || before === location.href.split("#", 1)[0])) location.hash = hash;
    else say(page, `A browser would now leave this page for ${url}. Call event.preventDefault() to stay, if that was not meant.`);
  };
  pageHooks.navigate = (_frame, url) => go(here(), url);

  // ---- loading ----

  const load = async (): Promise<PageWindow> => {
    const page = open();
    const html = files["index.html"] ?? "";
    await loadScripts(page, html, { evaluate, pathOf: (address) => pathOf(new URL(address, page.window.document.baseURI).href), failed: (error) => failed(page, error), isThere: (path) => Object.hasOwn(files, path) });
    page.loaded = true;
    if (page.problem !== "") throw new Error(page.problem);
    return page.window;
  };
  inside.compareWith((a, b) => sameNodes(a, b, membrane));
  inside.describeWith((value) => describeForPeople(value, membrane));
  inside.api["loadPage"] = load;
  inside.install("loadPage", load);
  mendTexts();
  closeFrames();
  installWindowNames(() => here().window);

  const operations: Record<string, (first: string) => string | number | undefined> = {
    files(text) {
      files = JSON.parse(text) as Record<string, string>;
      return undefined;
    },
    load() {
      void load().catch(() => {});
      return undefined;
    },
    isLoaded: () => (current?.loaded === true ? 1 : 0),
    problem: () => current?.problem ?? "",
    /** The tests of the file that is being registered are about the page that is open now. */
    keep() {
      const page = here();
      (inside.api["beforeAll"] as (act: () => void) => void)(() => {
        if (current === page) return;
        if (current !== null) current.alive = false;
        current = page;
        page.alive = true;
        active = page;
        membrane.connect(page.port);
        inside.use(page.side);
      });
      return undefined;
    },
  };
  return (operation, first = "") => {
    if (operation === "join") {
      opening?.(first as typeof bootPage);
      return undefined;
    }
    return operations[operation]?.(first as string);
  };
}

/** The workspace path that an address on the page means; null for what lies elsewhere. */
function pathOf(address: string): string | null {
  if (!address.startsWith(PAGE_URL)) return null;
  const path = address.slice(PAGE_URL.length).replace(/[?#].*$/, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Tests name what a page's window has as scripts of a page do: `document`, `Event`, `getComputedStyle` … of the page that is open. */
function installWindowNames(window: () => PageWindow): void {
  const sample = openWindow({ failed: () => {}, navigate: () => {}, setTimer: () => 0, clearTimer: () => {} });
  const define = (name: string): void => void Object.defineProperty(globalThis, name, {
    get: () => (window() as unknown as Record<string, unknown>)[name],
    set: (value: unknown) => {
      (window() as unknown as Record<string, unknown>)[name] = value;
    },
    configurable: true,
  });
  for (const name of Object.getOwnPropertyNames(sample)) if (!(name in globalThis)) define(name);
}
