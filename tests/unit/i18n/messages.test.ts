import { describe, expect, it } from "vitest";
import { createT, defineMessages } from "../../../app/i18n/messages.ts";

const messages = defineMessages({
  en: { plain: "A text", count: "{count, plural, one {# lab} other {# labs}}", linked: "See <a>there</a>" },
  es: { plain: "Un texto", count: "{count, plural, one {# laboratorio} other {# laboratorios}}", linked: "Mira <a>ahí</a>" },
});

describe("texts of the interface", () => {
  it("are the same each time when they take no values", () => {
    const t = createT(messages, "en");
    expect([t("plain"), t("plain")]).toEqual(["A text", "A text"]);
    expect(createT(messages, "es")("plain")).toBe("Un texto");
  });

  it("take the values of each call", () => {
    const t = createT(messages, "en");
    expect([t("count", { count: 1 }), t("count", { count: 2 }), t("count", { count: 1 })]).toEqual(["1 lab", "2 labs", "1 lab"]);
  });

  it("take tags", () => {
    expect(createT(messages, "es").markup("linked", { a: (chunks) => `[${chunks}]` })).toBe("Mira [ahí]");
  });
});
