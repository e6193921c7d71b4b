import { describe, expect, it } from "vitest";
import { refusals } from "../../../app/features/authoring/refusals.ts";
import { PROJECT_LIMITS } from "../../../app/features/projects/project-form.ts";
import { projectRefusals } from "../../../app/features/projects/refusals.ts";
import { reviewRefusals } from "../../../app/features/reviews/refusals.ts";
import { REVIEW_TEXT_LIMITS } from "../../../app/features/reviews/review.ts";
import { defineMessages } from "../../../app/i18n/messages.ts";
import { say, sayAnswer, sayErrors } from "../../../app/i18n/saying.ts";

const messages = defineMessages({ en: { full: "{count} are enough.", short: "Write more.", odd: "Not understood." }, es: { full: "Bastan {count}.", short: "Escribe más.", odd: "No se entiende." } });

describe("a saying", () => {
  it("is said in a language, with its values", () => {
    expect(say(messages, "en", { key: "full", values: { count: 3 } })).toBe("3 are enough.");
    expect(say(messages, "es", { key: "full", values: { count: 3 } })).toBe("Bastan 3.");
  });

  it("is the message of an answer; answers without one stay as they are", () => {
    expect(sayAnswer(messages, "es", { kind: "refused", message: { key: "short" }, files: 1 })).toEqual({ kind: "refused", message: "Escribe más.", files: 1 });
    const stored = { kind: "stored" };
    expect(sayAnswer(messages, "es", stored)).toBe(stored);
    expect(sayAnswer(messages, "es", { kind: "told", message: "as it is" })).toEqual({ kind: "told", message: "as it is" });
  });

  it("is what a form's schema says of a field; what no schema of ours says is not shown", () => {
    expect(sayErrors(messages, "es", { name: "short", kind: "Invalid option: expected one of \"a\"|\"b\"", other: "toString" }, "odd")).toEqual({ name: "Escribe más.", kind: "No se entiende.", other: "No se entiende." });
  });
});

it.each(["en", "es"] as const)("limits are said as they are (%s)", (locale) => {
  expect([projectRefusals[locale].linkLong, projectRefusals[locale].messageLong].map((text) => text.replace(/\D/g, ""))).toEqual([String(PROJECT_LIMITS.link), String(PROJECT_LIMITS.message)]);
  expect([reviewRefusals[locale].summaryLong, reviewRefusals[locale].commentLong].map((text) => text.replace(/\D/g, ""))).toEqual([String(REVIEW_TEXT_LIMITS.summary), String(REVIEW_TEXT_LIMITS.comment)]);
  expect([refusals[locale].titleLong, refusals[locale].slugLong].map((text) => text.replace(/\D/g, ""))).toEqual(["120", "80"]);
});
