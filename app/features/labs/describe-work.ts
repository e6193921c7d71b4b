import { assertNever } from "../../assert-never.ts";
import type { Locale } from "../../i18n/locales.ts";
import type { createT } from "../../i18n/messages.ts";
import type { LearnerResult } from "../submissions/learner-result.ts";
import { describeResult } from "../submissions/outcome-words.ts";
import type { messages } from "./desk-messages.ts";
import type { LabWork } from "./use-lab-work.ts";

export type DeskT = ReturnType<typeof createT<(typeof messages)["en"]>>;

/** One line for the live region beside the buttons. */
export function describeWork(work: LabWork, t: DeskT, locale: Locale): string {
  switch (work.kind) {
    case "idle":
      return "";
    case "running":
      return t("running");
    case "submitting":
      return work.step === "sending" ? t("sending") : work.step === "queued" ? t("queued") : t("grading");
    case "result":
      return work.from === "submit" ? t("submitted", { result: describeResult(work.result, locale) }) : describeResult(work.result, locale);
    case "problem":
      return work.message;
    default:
      return assertNever(work);
  }
}

/** The same of a live result. Without its time: only what changes is announced. */
export function describeLive({ outcome, passedTests, totalTests }: LearnerResult, t: DeskT): string {
  if (totalTests === 0 || (outcome === "errored" && passedTests === 0)) return t("liveBroken");
  return passedTests === totalTests ? t("liveAll", { total: totalTests }) : t("liveSaid", { passed: String(passedTests), total: String(totalTests) });
}
