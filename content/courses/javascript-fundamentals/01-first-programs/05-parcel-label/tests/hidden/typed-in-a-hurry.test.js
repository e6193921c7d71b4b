import { describe, expect, it } from "vitest";
import { fullName, initials, labelFor } from "./label.js";

describe("typed in a hurry", () => {
  it("keeps spaces and capitals inside a name as they are", () => {
    expect(fullName("  Ana María ", " de Souza  ")).toBe("Ana María de Souza");
  });

  it("finds the first letter of either name behind spaces", () => {
    expect(initials("   sam", "jones")).toBe("SJ");
    expect(initials("sam", "   jones")).toBe("SJ");
  });

  it("makes capitals of letters with accents", () => {
    expect(initials("élodie", "ångström")).toBe("ÉÅ");
  });

  it("tidies up every part of a label", () => {
    expect(labelFor(" li ", " Wei", "  newcastle upon tyne ", 12.26)).toBe("LW | li Wei | NEWCASTLE UPON TYNE | 12.3 kg");
  });

  it("shows a very light parcel as 0.0 kg", () => {
    expect(labelFor("Jo", "Lee", "York", 0.04)).toBe("JL | Jo Lee | YORK | 0.0 kg");
  });
});
