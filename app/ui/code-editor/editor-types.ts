export type EditorChoice = "monaco" | "plain";

/** Something to see on a line, e.g. where a test failed. */
export interface LineMark {
  path: string;
  /** 1-based. */
  line: number;
  message: string;
}

/** Asks the editor to go to a line. A new object asks again. */
export interface CursorRequest {
  path: string;
  line: number;
}
