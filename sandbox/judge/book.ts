/** What the runner keeps of the assertions of one test, and of what could keep one from being heard. */
import { membrane } from "./realm.ts";
import { failureOf } from "./failure.ts";

export interface AssertionBook {
  count: number;
  expected: number | null;
  needsOne: boolean;
  /** Assertions that were begun and may not have been awaited. */
  pending: Promise<unknown>[];
  /** Failures that the learner's code, or `expect.soft`, kept from ending the test. */
  kept: unknown[];
  /** Failures of the test's own code that no assertion has looked at: caught by the test, or lost in a promise of which nobody knows. */
  raised: Set<unknown>;
  /** Asynchronous callbacks that the learner's code has called. */
  callbacks: Promise<unknown>[];
  closed: boolean;
}
export function newBook(): AssertionBook {
  return { count: 0, expected: null, needsOne: false, pending: [], kept: [], raised: new Set(), callbacks: [], closed: false };
}
let book: AssertionBook = newBook();
export function currentBook(): AssertionBook {
  return book;
}
export function useBook(next: AssertionBook): void {
  book.closed = true;
  book = next;
}

export function noteAssertion(): void {
  book.count += 1;
}
/** A failure that is about to be thrown. In a callback that the learner's code was given, it would be theirs to swallow. */
export function noteFailure(error: unknown, mayGetLost = false): void {
  if (membrane.depth() > 0) book.kept.push(error);
  else if (!mayGetLost) book.raised.add(error);
}
/** The test itself has looked at this error: it is no failure that got lost. */
export function observeFailure(error: unknown): void {
  book.raised.delete(error);
}

/** A promise that a callback of the test gave to the learner's code, which may drop it with the failure that is in it. */
export function noteCallback(promise: Promise<unknown>): void {
  const of = book;
  of.callbacks.push(promise.then(undefined, (error: unknown) => {
    if (failureOf(error) !== undefined) (of.closed ? book : of).kept.push(error);
  }));
}
