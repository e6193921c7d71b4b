/** Where a command writes. */
export interface Output {
  /** A line for standard output. */
  print(line: string): void;
}

export const standardOutput: Output = {
  print: (line) => void process.stdout.write(`${line}\n`),
};
