/** What is read of a test file's imports: what it overlooks must be all of a library, never too little. */
import { describe, expect, it } from "vitest";
import { listLibraryNames } from "../../sandbox/languages/javascript/test-imports.ts";

describe("the names that a test file takes from a library", () => {
  it("are those of all its import statements, under the library's own names", () => {
    const source = 'import { test, expect as claim } from "vitest";\nimport { vi, type Mock } from \'vitest\';\nimport { sum } from "./sum";\n';
    expect(listLibraryNames(source, "vitest")).toEqual(["test", "expect", "vi"]);
    expect(listLibraryNames(source, "chai")).toEqual([]);
  });

  it.each([
    'import * as all from "vitest";',
    'import { test } from "vitest"; export * from "vitest";',
    'const { test } = require("vitest");',
    'import { test } from "vitest"; const other = await import(`vitest`);',
    'import type { Mock } from "vitest"; import { test } from "vitest";',
    'import { test } from "vitest"; import { expect } from "vi\\u0074est";',
  ])("are not told where it may take others: %s", (source) => {
    expect(listLibraryNames(source, "vitest")).toBeNull();
  });
});
