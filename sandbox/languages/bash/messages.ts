/** What the judge's and the learner's shells say to each other, as JSON through the worker. Contents are bytes, one character each. */

export interface FileChange {
  path: string;
  /** null: it is gone. */
  node: { type: "file"; bytes: string; mode: number } | { type: "folder"; mode: number } | { type: "link"; target: string } | null;
}
export interface SharedVariable {
  name: string;
  /** Pairs are an array's: by index or, when `associative`, by key. null: unset. */
  value: string | [key: string, value: string][] | null;
  associative: boolean;
  exported: boolean;
}
/** What was printed, in the order in which it was: descriptor 1 or 2, bytes. */
export type Printed = [descriptor: 1 | 2, bytes: string][];

export type ToLearner =
  | { type: "begin"; seed: string; files: FileChange[]; mostOutputBytes: number; mostSleepMs: number }
  | {
    type: "ask";
    /** A script in a process of its own, a file for this shell, or a function of such files. */
    kind: "run" | "source" | "call";
    /** A path, or a function's name. */
    name: string;
    /** The name as it was given (`$0`), then the arguments. */
    args: string[];
    stdin: string;
    cwd: string;
    variables: SharedVariable[];
    /** Functions of the tests that may be called. */
    functions: string[];
    /** The state that functions were left in by sourced files; 0 for none. */
    library: number;
    errexit: boolean;
    /** What it prints goes to a reader that may stop reading: too much of it ends the script as a closed pipe does. */
    piped: boolean;
    files: FileChange[];
  }
  | { type: "return"; status: number; printed: Printed; files: FileChange[] };

export type ToJudge =
  | { type: "ready"; problem: { path: string; line: number; message: string } | null }
  | {
    type: "answer";
    status: number;
    /** It ended its shell: by `exit` or `set -e`. */
    exited: boolean;
    /** The script was ended because it printed too much into a pipe. */
    cut: boolean;
    printed: Printed;
    stdinLeft: number;
    variables: SharedVariable[];
    functions: string[];
    library: number;
    cwd: string;
    files: FileChange[];
    complaint: { path: string; line: number } | null;
  }
  | { type: "call"; name: string; args: string[]; stdin: string; files: FileChange[] }
  | { type: "limit"; reason: string; message: string };

/** Folders that both sides have alike. */
export const SHARED_FOLDERS = ["/lab", "/tmp", "/home", "/var/tmp"] as const;
/** Where labs' files stand. */
export const WORKSPACE = "/lab";
