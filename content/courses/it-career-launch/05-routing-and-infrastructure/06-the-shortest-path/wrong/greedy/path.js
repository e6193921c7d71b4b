export function shortestPath(lines, start, goal) {
  const path = [start];
  let total = 0;
  while (path.at(-1) !== goal) {
    const here = path.at(-1);
    const choices = lines
      .flatMap(({ from, to, cost }) => (from === here ? [{ site: to, cost }] : to === here ? [{ site: from, cost }] : []))
      .filter(({ site }) => !path.includes(site))
      .sort((a, b) => a.cost - b.cost);
    if (choices.length === 0) return null;
    path.push(choices[0].site);
    total += choices[0].cost;
  }
  return { cost: total, path };
}
