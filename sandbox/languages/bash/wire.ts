/** What the two shells say to each other, as JSON text through the worker. */
export interface FileState {
  path: string;
  text: string;
  mode: number;
}
export interface ShellRequest {
  /** What to run: a script file with arguments, a function of sourced files, or the loading of one more. */
  kind: "program" | "function" | "source";
  name: string;
  args: string[];
  stdin: string;
  cwd: string;
  env: Record<string, string>;
  sourced: string[];
  files: FileState[];
}
export interface ShellAnswer {
  stdout: string;
  stderr: string;
  exitCode: number;
  functions: string[];
  variables: Record<string, string>;
  files: FileState[];
}
export const MOST_FILES = 500;
export const MOST_CHARACTERS = 2_000_000;
/** Folders that both shells have alike. */
export const SHARED = ["/work", "/tmp"] as const;
