/** What the page of the sandbox says of numbers and states. Pure. */
import type { EngineKind, Language } from "../../../sandbox/contract.ts";
import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import { messages } from "./messages.ts";

/** Names that are the same in every language; the others are in the catalog. */
const NAMES = { javascript: "JavaScript", typescript: "TypeScript", python: "Python", sql: "SQL", bash: "Bash" } as const;

export function nameLanguage(language: Language, locale: Locale): string {
  return language === "web" ? createT(messages, locale)("name-web") : NAMES[language];
}

export function nameEngine(engine: EngineKind, locale: Locale): string {
  if (engine === "javascript") return `${NAMES.javascript}, ${NAMES.typescript}`;
  return engine === "types" ? createT(messages, locale)("name-types") : nameLanguage(engine, locale);
}

/** `4 ms`, `1.2 s`, `3 min`. */
export function formatDuration(ms: number, locale: Locale): string {
  const show = (value: number, digits: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
  if (ms < 10) return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ms)} ms`;
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 100_000) return `${show(ms / 1_000, ms < 9_950 ? 1 : 0)} s`;
  return `${Math.round(ms / 60_000)} min`;
}

/** `3 %`; below one and above nothing `under 1 %`, so that a crash is never rounded away. */
export function formatShare(part: number, whole: number, locale: Locale): string {
  if (whole === 0 || part === 0) return "0 %";
  const percent = (100 * part) / whole;
  return percent < 1 ? createT(messages, locale)("underOne", { share: "1 %" }) : `${Math.min(part === whole ? 100 : 99, Math.round(percent))} %`;
}

/** What an administrator should know first; `text` null: what the sandbox itself says. */
export function describeState(
  view: { problem: string | null; slots: number; running: number; waiting: number; oldestMs: number; isStarting: boolean },
  locale: Locale,
): { tone: "good" | "attention" | "bad"; title: string; text: string | null } {
  const t = createT(messages, locale);
  if (view.problem !== null) return { tone: "bad", title: t("offTitle"), text: null };
  if (view.waiting > 0 && view.oldestMs > 10_000) return { tone: "attention", title: t("peopleWaitTitle"), text: t("peopleWait", { time: formatDuration(view.oldestMs, locale) }) };
  if (view.waiting > 0 || view.running >= view.slots) return { tone: "good", title: t("busyTitle"), text: t("busy") };
  if (view.isStarting) return { tone: "good", title: t("startingTitle"), text: t("starting") };
  return { tone: "good", title: t("readyTitle"), text: t(view.running > 0 ? "readyRunning" : "readyIdle") };
}
