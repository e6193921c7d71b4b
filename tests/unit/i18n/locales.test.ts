import { describe, expect, it } from "vitest";
import { chooseLocale, directionOf, findLocale } from "../../../app/i18n/locales.ts";
import { createT, defineMessages } from "../../../app/i18n/messages.ts";

const nothing = { stored: null, cookieHeader: null, acceptLanguage: null };

describe("the language of the interface", () => {
  it("is English when nobody says otherwise, or asks for what it does not speak", () => {
    expect(chooseLocale(nothing)).toBe("en");
    expect(chooseLocale({ ...nothing, acceptLanguage: "ja, ko;q=0.9" })).toBe("en");
    expect(chooseLocale({ ...nothing, acceptLanguage: ";;;,=q" })).toBe("en");
  });

  it("is the most wanted one that it speaks", () => {
    expect(chooseLocale({ ...nothing, acceptLanguage: "ja, en;q=0.5, es-MX;q=0.8" })).toBe("es");
    expect(chooseLocale({ ...nothing, acceptLanguage: "es;q=0, en;q=0.1" })).toBe("en");
  });

  it("is what was chosen: by the person before by the browser", () => {
    expect(chooseLocale({ stored: "en", cookieHeader: "a=b; rung-language=es", acceptLanguage: "es" })).toBe("en");
    expect(chooseLocale({ stored: null, cookieHeader: "a=b; rung-language=es", acceptLanguage: "en" })).toBe("es");
    expect(chooseLocale({ stored: "tlh", cookieHeader: "rung-language=<script>", acceptLanguage: "en" })).toBe("en");
  });

  it("knows regional tags and directions", () => {
    expect(findLocale("es-419")).toBe("es");
    expect(findLocale("de")).toBeNull();
    expect([directionOf("en"), directionOf("ar-EG"), directionOf("he")]).toEqual(["ltr", "rtl", "rtl"]);
  });
});

describe("messages", () => {
  const messages = defineMessages({ en: { labs: "{count, plural, one {# lab} other {# labs}}" }, es: { labs: "{count, plural, one {# práctica} other {# prácticas}}" } });

  it("speak each language by its own rules", () => {
    expect(createT(messages, "en")("labs", { count: 1 })).toBe("1 lab");
    expect(createT(messages, "es")("labs", { count: 2_000 })).toBe("2000 prácticas");
  });
});
