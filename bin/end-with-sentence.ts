/** Errors whose message is a sentence for the person at the terminal; any other keeps its stack. */
const SENTENCES = new Set(["SettingsProblem", "DatabaseProblem", "StartProblem"]);

/** Makes a command print the sentence of an expected problem and end with 1. */
export function endWithSentence<Arguments extends unknown[]>(act: (...given: Arguments) => Promise<void>): (...given: Arguments) => Promise<void> {
  return async (...given) => {
    try {
      await act(...given);
    } catch (error) {
      if (!(error instanceof Error) || !SENTENCES.has(error.name)) throw error;
      console.error(error.message);
      process.exit(1);
    }
  };
}
