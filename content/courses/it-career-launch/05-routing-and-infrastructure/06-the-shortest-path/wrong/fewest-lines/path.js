export function shortestPath(lines, start, goal) {
  let paths = [{ cost: 0, path: [start] }];
  const seen = new Set([start]);
  while (paths.length > 0) {
    const found = paths.find(({ path }) => path.at(-1) === goal);
    if (found) return found;
    paths = paths.flatMap(({ cost, path }) => lines.flatMap((line) => {
      const here = path.at(-1);
      const next = line.from === here ? line.to : line.to === here ? line.from : null;
      if (next === null || seen.has(next)) return [];
      seen.add(next);
      return [{ cost: cost + line.cost, path: [...path, next] }];
    }));
  }
  return null;
}
