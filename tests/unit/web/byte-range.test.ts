import { expect, it } from "vitest";
import { parseByteRange } from "../../../app/web/byte-range.server.ts";

it.each([
  [null, "whole"],
  ["", "whole"],
  ["bytes=0-", { start: 0, end: 99 }],
  ["bytes=0-0", { start: 0, end: 0 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-500", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-500", { start: 0, end: 99 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=20-10", "whole"],
  ["bytes=0-1,5-6", "whole"],
  ["bytes=-", "whole"],
  ["lines=0-1", "whole"],
  ["bytes=a-b", "whole"],
  [`bytes=${"9".repeat(40)}-`, "whole"],
] as const)("%j of 100 bytes", (header, range) => {
  expect(parseByteRange(header, 100)).toEqual(range);
});
