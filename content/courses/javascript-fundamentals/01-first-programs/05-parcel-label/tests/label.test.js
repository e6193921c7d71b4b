import { describe, expect, it } from "vitest";
import { fullName, initials, labelFor } from "./label.js";

describe("fullName", () => {
  it("joins the names with one space", () => {
    expect(fullName("Amara", "Okafor")).toBe("Amara Okafor");
  });

  it("drops spaces around the names", () => {
    expect(fullName(" Amara", "Okafor ")).toBe("Amara Okafor");
  });
});

describe("initials", () => {
  it("gives two capital letters", () => {
    expect(initials("amara", "okafor")).toBe("AO");
  });
});

describe("labelFor", () => {
  it("puts the four parts together", () => {
    expect(labelFor("Amara", "Okafor", "Leeds", 2.5)).toBe("AO | Amara Okafor | LEEDS | 2.5 kg");
  });

  it("shows one digit after the point for a whole number of kilograms", () => {
    expect(labelFor("Jo", "Lee", "York", 3)).toBe("JL | Jo Lee | YORK | 3.0 kg");
  });
});
