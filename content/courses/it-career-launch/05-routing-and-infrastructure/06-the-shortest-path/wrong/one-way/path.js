function listNeighbours(lines, site) {
  return lines.flatMap(({ from, to, cost }) => {
    if (from === site) return [{ site: to, cost }];
    return [];
  });
}

function takeCheapest(reached, finished) {
  let cheapest = null;
  for (const [site, { cost }] of reached) {
    if (!finished.has(site) && (cheapest === null || cost < reached.get(cheapest).cost)) cheapest = site;
  }
  return cheapest;
}

function followBack(reached, goal) {
  const path = [];
  for (let site = goal; site !== null; site = reached.get(site).before) path.unshift(site);
  return path;
}

export function shortestPath(lines, start, goal) {
  const reached = new Map([[start, { cost: 0, before: null }]]);
  const finished = new Set();
  for (;;) {
    const site = takeCheapest(reached, finished);
    if (site === null) return null;
    const { cost } = reached.get(site);
    if (site === goal) return { cost, path: followBack(reached, goal) };
    finished.add(site);
    for (const next of listNeighbours(lines, site)) {
      const known = reached.get(next.site);
      if (known === undefined || cost + next.cost < known.cost) reached.set(next.site, { cost: cost + next.cost, before: site });
    }
  }
}
