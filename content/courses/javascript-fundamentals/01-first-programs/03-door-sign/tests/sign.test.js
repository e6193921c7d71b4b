import { describe, expect, it } from "vitest";
import { closesAt, hoursOpen, minutesOpen, opensAt, shop, sign } from "./sign.js";

describe("the values", () => {
  it("names the shop", () => {
    expect(shop).toBe("Corner Repairs");
  });

  it("has the opening and closing hour as numbers", () => {
    expect(opensAt).toBe(8);
    expect(closesAt).toBe(18);
  });

  it("knows how long the shop is open", () => {
    expect(hoursOpen).toBe(10);
    expect(minutesOpen).toBe(600);
  });
});

describe("the sign", () => {
  it("reads exactly as asked", () => {
    expect(sign).toBe("Corner Repairs. Open 8 to 18, that is 10 hours a day.");
  });
});
