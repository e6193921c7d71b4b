/** What was left at an activity, in words. Pure. */

/** `2 of 5 tests pass.` */
export function describeRun({ passedTests, totalTests }: { passedTests: number; totalTests: number }): string {
  if (totalTests === 0) return "The last run found no tests.";
  if (passedTests === totalTests) return totalTests === 1 ? "Its test passes." : `All ${totalTests} tests pass.`;
  return `${passedTests} of ${totalTests} tests pass.`;
}

/** `You are about halfway down the page.`; null at the top, where there is nothing to say. @param position 0 to 1 */
export function describeReading(position: number): string | null {
  if (position < 0.05) return null;
  if (position < 0.4) return "You have read the first part.";
  if (position < 0.65) return "You are about halfway.";
  return "You are near the end.";
}
