import { afterAll, afterEach, beforeEach, expect, vi, type MockInstance } from "vitest";
import { endFile } from "./helpers/after-file.ts";

// An unexpected console.error fails its test. A test that expects one replaces the spy itself.
let errors: MockInstance<typeof console.error>;

beforeEach(() => {
  errors = vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  const said = errors.mock.calls.map((call) => call.map(String).join(" "));
  errors.mockRestore();
  expect(said, "unexpected console.error").toEqual([]);
});

afterAll(endFile);
