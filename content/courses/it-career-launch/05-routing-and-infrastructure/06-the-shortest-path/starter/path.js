export function shortestPath(lines, start, goal) {
  return null;
}
