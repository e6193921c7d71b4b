import { availableParallelism } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import type { GradeRun } from "../app/catalog/check-lab.ts";
import { isBusy, type Grade } from "../sandbox/contract.ts";
import { createTurns } from "./in-turn.ts";
import { Unusable } from "./unusable.ts";

/** A sandbox for one command. */
export interface Grading {
  /** Waits for its turn; never says that it is busy. */
  grade: GradeRun;
  /** How many runs are worth asking for at the same time. */
  concurrency: number;
  close(): Promise<void>;
}

export type OpenGrading = () => Promise<Grading>;

/** Makes a grade that asks again while the pool is full, with at most `concurrency` runs under way. */
export function createPatientGrade(grade: Grade, concurrency: number): GradeRun {
  const inTurn = createTurns(concurrency);
  return (request) =>
    inTurn(async () => {
      for (;;) {
        const answer = await grade(request);
        if (!isBusy(answer)) return answer;
        await delay(Math.min(Math.max(answer.retryAfterMs, 10), 5_000));
      }
    });
}

/**
 * Starts the sandbox that the server uses too.
 * @throws Unusable when this machine can't grade
 */
export const openGrading: OpenGrading = async () => {
  const { createSandbox } = await import("../sandbox/sandbox.ts");
  // All cores: unlike a server, a command has nothing else to do meanwhile.
  const sandbox = createSandbox({ workers: availableParallelism(), languages: [] });
  try {
    // None is started here: each language is when the first of its labs comes.
    await sandbox.ready([]);
  } catch (error) {
    await sandbox.close(0);
    throw new Unusable(error instanceof Error ? error.message : "The sandbox does not start.");
  }
  // One more than there are workers, so that none stands still between two runs.
  const concurrency = sandbox.status().workers + 1;
  return { grade: createPatientGrade(sandbox.grade, concurrency), concurrency, close: () => sandbox.close(0) };
};
