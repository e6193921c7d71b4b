import { ensureCompletion } from "../../../db/queries/completions.ts";
import { beginSubmission, findNextQueued, finishSubmission, requeueRunningSubmissions, requeueSubmission, type Submission } from "../../../db/queries/submissions.ts";
import { FIRST_TEST_RUN, insertTestRun } from "../../../db/queries/test-runs.ts";
import { isBusy, type GradeResult } from "../../../sandbox/contract.ts";
import { findActivityById, findCourse } from "../../catalog/find.ts";
import type { Wiring } from "../../deps.server.ts";
import type { CodeActivity } from "../drafts/learner-files.ts";
import { ACTIVITY_GONE_MESSAGE, buildCrashedResult, buildGradeRequest, decideNextStep, GAVE_UP_MESSAGE, type NextStep } from "./grading-rules.ts";

/** Longest wait between two tries to store a verdict while the disk is full, milliseconds. */
const STORE_RETRY_MAX_MS = 30_000;
/** Longest wait after the sandbox said that it is busy, milliseconds. */
const BUSY_WAIT_MAX_MS = 5_000;

/** A submission has moved on; `done` is the last, and its verdict is on the disk. */
export type Move = { state: "queued" | "running" } | { state: "done"; result: GradeResult };

/** Held for a submission that can be graded as soon as it is stored: as `running`, begun once. Exactly one of its two is called. */
export interface Place {
  /** It is committed. */
  take(submission: Submission): void;
  giveBack(): void;
}

export interface GradingQueue {
  /** Says that a submission waits. Returns at once. */
  wake(): void;
  /** A place for this person's next submission, which then need not be queued and found again; null when others go first. */
  reserve(userId: string): Place | null;
  /** Whether its verdict is being found, or on its way to the disk. */
  isGrading(submissionId: string): boolean;
  /** Calls `listener` whenever this submission moves on, until the returned function is called. */
  listen(submissionId: string, listener: (move: Move) => void): () => void;
  /** Takes nothing more, lets running grades end for up to `graceMs`, and leaves the rest queued. */
  close(graceMs: number): Promise<void>;
}

export type GradingQueueParts = Pick<Wiring, "db" | "catalogSource" | "sandbox" | "now" | "newId" | "log"> & {
  /** Grades at once; about as many as the sandbox has workers. */
  concurrency: number;
};

/** Starts grading: first what a process before this one left, then what `submitWork` stores. */
export function createGradingQueue(parts: GradingQueueParts): GradingQueue {
  const { db, log } = parts;
  const running = new Map<string, { submission: Submission; abort: AbortController; finished: Promise<void> }>();
  const listeners = new Map<string, Set<(move: Move) => void>>();
  /** People for whose next submission a place is held. */
  const reserved = new Set<string>();
  /** People whose turn comes later, because the sandbox has enough of theirs: until when, in milliseconds of the process's clock. */
  const waitingPeople = new Map<string, number>();
  const timers = new Set<NodeJS.Timeout>();
  let isClosed = false;
  let wasWoken = false;
  /** False only when a look has found nothing queued, of anybody, and nothing was queued since. */
  let mayWait = true;
  let taking: Promise<void> | null = null;
  const recovered = db.write((tx) => requeueRunningSubmissions(tx));

  const tell = (submissionId: string, move: Move) => listeners.get(submissionId)?.forEach((listener) => listener(move));
  const hasRoom = () => running.size + reserved.size < parts.concurrency;

  function wake() {
    mayWait = true;
    wasWoken = true;
    if (taking || isClosed) return;
    taking = takeAll().finally(() => {
      taking = null;
      if (wasWoken && !isClosed) wake();
    });
  }

  async function takeAll() {
    try {
      await recovered;
      do {
        wasWoken = false;
        while (!isClosed && hasRoom() && (await takeNext())) continue;
      } while (wasWoken && !isClosed && hasRoom());
      wasWoken = false;
    } catch (error) {
      log.error({ err: error }, "the grading queue could not read its rows");
      wakeLater(1_000);
    }
  }

  /** Begins one grade; false when nothing can be taken. */
  async function takeNext(): Promise<boolean> {
    mayWait = false;
    const busy = listBusyPeople();
    const submission = await findNextQueued(db, { exceptUserIds: busy });
    if (!submission) {
      mayWait ||= busy.length > 0 && (await findNextQueued(db, { exceptUserIds: [] })) !== null;
      return false;
    }
    mayWait = true;
    const step = decideNextStep(submission);
    if (step.kind === "grade") {
      const { attempts } = step;
      // What a loss of power takes back is only that it was begun: it is queued then, as it should be.
      const isBegun = await db.write((tx) => beginSubmission(tx, { id: submission.id, attempts }), { kept: "after-kill" });
      // Taken away meanwhile, e.g. with its person: there may be another one.
      if (!isBegun) return true;
    }
    start(submission, step);
    return true;
  }

  /** `submission` as it was before this attempt. */
  function start(submission: Submission, step: NextStep) {
    const { id } = submission;
    const abort = new AbortController();
    const finished = (step.kind === "grade" ? grade(submission, abort.signal) : store(submission, buildCrashedResult(GAVE_UP_MESSAGE), null))
      .catch((error: unknown) => beginAgain(submission, step, error))
      .catch((error: unknown) => log.error({ err: error, submissionId: id }, "a submission could not be put back into the queue"))
      .then((move) => {
        running.delete(id);
        if (move) tell(id, move);
        if (mayWait) wake();
      });
    running.set(id, { submission, abort, finished });
    tell(id, { state: "running" });
  }

  function reserve(userId: string): Place | null {
    // While there is room and nobody takes, whatever waits is of people whose turn comes later.
    if (isClosed || taking !== null || wasWoken || !hasRoom() || listBusyPeople().includes(userId)) return null;
    reserved.add(userId);
    return {
      take: (submission) => {
        reserved.delete(userId);
        // The next process finds it as one that was begun.
        if (isClosed) return;
        start({ ...submission, attempts: submission.attempts - 1 }, { kind: "grade", attempts: submission.attempts });
      },
      giveBack: () => {
        reserved.delete(userId);
        if (mayWait) wake();
      },
    };
  }

  /** Against its promise something threw: begun once more, until the attempts are used up. */
  async function beginAgain(submission: Submission, step: NextStep, error: unknown): Promise<Move | null> {
    log.error({ err: error, submissionId: submission.id }, "grading broke");
    return step.kind === "grade" ? requeue({ id: submission.id, attempts: step.attempts }) : null;
  }

  async function requeue(submission: Pick<Submission, "id" | "attempts">): Promise<Move> {
    await db.write((tx) => requeueSubmission(tx, submission));
    mayWait = true;
    return { state: "queued" };
  }

  /** One at a time for each person, and nobody who was told to wait. */
  function listBusyPeople(): string[] {
    for (const [userId, untilMs] of waitingPeople) if (untilMs <= performance.now()) waitingPeople.delete(userId);
    return [...new Set([...[...running.values()].map(({ submission }) => submission.userId), ...reserved, ...waitingPeople.keys()])];
  }

  async function grade(submission: Submission, signal: AbortSignal): Promise<Move | null> {
    const activity = findCodeActivity(submission);
    const request = activity && buildGradeRequest(activity, submission);
    if (!activity || !request) return store(submission, buildCrashedResult(ACTIVITY_GONE_MESSAGE), activity);
    const answer = await parts.sandbox.grade(request, { signal });
    // After `close` gave up on it, the row is queued again: this answer is of a run that was ended.
    if (signal.aborted) return null;
    if (isBusy(answer)) return waitForTurn(submission, answer.retryAfterMs);
    return store(submission, answer, activity);
  }

  /** Not begun after all: the attempt does not count. */
  async function waitForTurn(submission: Submission, retryAfterMs: number): Promise<Move> {
    const waitMs = Math.min(Math.max(retryAfterMs, 50), BUSY_WAIT_MAX_MS);
    waitingPeople.set(submission.userId, performance.now() + waitMs);
    const move = await requeue(submission);
    wakeLater(waitMs + 1);
    return move;
  }

  /** Verdict, state and completion in one transaction; tried again while the disk takes nothing. */
  async function store(submission: Submission, result: GradeResult, activity: CodeActivity | null): Promise<Move | null> {
    for (let waitMs = 250; ; waitMs = Math.min(waitMs * 2, STORE_RETRY_MAX_MS)) {
      try {
        await storeOnce(submission, result, activity);
        log.info({ submissionId: submission.id, outcome: result.outcome, durationMs: result.durationMs }, "graded");
        return { state: "done", result };
      } catch (error) {
        log.error({ err: error, submissionId: submission.id }, "a verdict could not be stored; it is tried again");
        if (isClosed) return null;
        await new Promise<void>((resolve) => startTimer(resolve, waitMs));
      }
    }
  }

  async function storeOnce(submission: Submission, result: GradeResult, activity: CodeActivity | null) {
    const at = parts.now();
    const { id: submissionId, userId, courseId, seed } = submission;
    await db.write(async (tx) => {
      const isFirst = await insertTestRun(tx, {
        id: parts.newId(),
        submissionId,
        number: FIRST_TEST_RUN,
        outcome: result.outcome,
        score: result.score,
        passedTests: result.tests.filter((test) => test.status === "passed").length,
        totalTests: result.tests.length,
        result,
        // What it was graded with; the submission keeps what it was handed in for.
        contentHash: activity?.contentHash ?? submission.contentHash,
        testHash: activity?.testHash ?? submission.testHash,
        engine: result.engine,
        seed,
        createdAt: at,
      });
      await finishSubmission(tx, { id: submissionId });
      if (isFirst && activity?.kind === "lab" && result.outcome === "passed") {
        await ensureCompletion(tx, { userId, courseId, activityId: activity.id, reason: "passed", contentHash: activity.contentHash, completedAt: at });
      }
    });
  }

  function findCodeActivity({ courseId, activityId }: Submission): CodeActivity | null {
    const course = findCourse(parts.catalogSource.current(), courseId);
    const activity = course && findActivityById(course, activityId);
    return activity?.kind === "lab" || activity?.kind === "project" ? activity : null;
  }

  function startTimer(act: () => void, waitMs: number) {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, waitMs);
    timers.add(timer);
  }

  function wakeLater(waitMs: number) {
    if (!isClosed) startTimer(wake, waitMs);
  }

  wake();
  recovered.then((count) => count > 0 && log.info({ count }, "submissions of the process before are graded again"), () => {});

  return {
    wake,
    reserve,
    isGrading: (submissionId) => running.has(submissionId),
    listen(submissionId, listener) {
      const ofSubmission = listeners.get(submissionId) ?? new Set();
      listeners.set(submissionId, ofSubmission.add(listener));
      return () => {
        ofSubmission.delete(listener);
        if (ofSubmission.size === 0 && listeners.get(submissionId) === ofSubmission) listeners.delete(submissionId);
      };
    },
    async close(graceMs) {
      isClosed = true;
      await taking;
      const inTime = await settleWithin([...running.values()].map(({ finished }) => finished), graceMs);
      if (!inTime) await giveBack();
      timers.forEach((timer) => clearTimeout(timer));
      listeners.clear();
    },
  };

  /** Running grades that outlast the grace: ended by us, so the attempt does not count. */
  async function giveBack() {
    const left = [...running.values()];
    left.forEach(({ abort }) => abort.abort());
    await db.write(async (tx) => {
      for (const { submission } of left) await requeueSubmission(tx, submission);
    });
  }
}

/** Whether all promises settled before `withinMs` was over. */
async function settleWithin(promises: readonly Promise<unknown>[], withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), withinMs)));
  const all = Promise.allSettled(promises).then(() => true as const);
  const inTime = await Promise.race([all, late]);
  clearTimeout(timer);
  return inTime;
}
