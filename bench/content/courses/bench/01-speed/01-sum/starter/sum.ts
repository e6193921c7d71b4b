export function sum(numbers: readonly number[]): number {
  return numbers.length; // not yet
}
