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

/** - `impossible`: nobody can format this file, or the text can't be read. */
export type FormatOutcome = "formatted" | "unchanged" | "impossible";

/** What a page can ask of the editor that is shown. */
export interface EditorControls {
  /** Lays the open file out anew; can be undone. */
  format(): Promise<FormatOutcome>;
  focus(): void;
  /** Where the cursor stands, 1-based. */
  line(): number;
}

/** A name that the editor may complete. */
export interface NameToComplete {
  name: string;
  kind: "table" | "column" | "file";
  /** Shown beside it, e.g. a column's type. */
  detail: string;
}
