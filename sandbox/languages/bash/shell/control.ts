/** How commands end otherwise than by their last line. */

export class Break extends Error {
  levels: number;
  readonly again: boolean;
  constructor(levels: number, again: boolean) {
    super("break");
    this.levels = levels;
    this.again = again;
  }
}
export class Return extends Error {
  readonly status: number;
  constructor(status: number) {
    super("return");
    this.status = status;
  }
}
/** Ends this shell: `exit`, `set -e`, an unset variable under `set -u`, a broken pipe. */
export class Exit extends Error {
  readonly status: number;
  /** Whether the script asked for it by `exit`. */
  readonly asked: boolean;
  constructor(status: number, asked = false) {
    super("exit");
    this.status = status;
    this.asked = asked;
  }
}
/** The words could not be expanded: the command is not run, its status is 1. */
export class ExpansionFailure extends Error {}

export type LimitReason = "timed-out" | "out-of-memory" | "too-much-output" | "errored";
/** Ends the whole run. Nothing in a script can catch it. */
export class LimitMet extends Error {
  readonly reason: LimitReason;
  constructor(reason: LimitReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
