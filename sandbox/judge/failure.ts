/** What a test failed by. Only the judge makes these, and only what is in `failures` is believed to be one. */
import { cut, print } from "./print.ts";

export interface FailureDetails {
  message: string;
  expected: string | null;
  actual: string | null;
}

const failures = new WeakMap<object, FailureDetails>();

export class AssertionError extends Error {
  declare actual: unknown;
  declare expected: unknown;
  declare code: string;
  constructor(message: string, comparison?: { actual: unknown; expected: unknown }) {
    const details: FailureDetails = {
      message: cut(message, 2_000),
      expected: comparison === undefined ? null : print(comparison.expected),
      actual: comparison === undefined ? null : print(comparison.actual),
    };
    super(details.message);
    this.name = "AssertionError";
    this.code = "ERR_ASSERTION";
    if (comparison !== undefined) {
      this.actual = comparison.actual;
      this.expected = comparison.expected;
    }
    failures.set(this, details);
  }
}

export function failureOf(thrown: unknown): FailureDetails | undefined {
  return typeof thrown === "object" && thrown !== null ? failures.get(thrown) : undefined;
}
