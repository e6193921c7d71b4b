/** Day on which each step is finished, by its id. */
function listEnds(plan) {
  const ends = new Map();
  const endOf = (id) => {
    if (!ends.has(id)) {
      const { days, after } = plan.find((step) => step.id === id);
      ends.set(id, days + Math.max(0, ...after.map(endOf)));
    }
    return ends.get(id);
  };
  plan.forEach(({ id }) => endOf(id));
  return ends;
}

export function duration(plan) {
  return Math.max(0, ...listEnds(plan).values());
}

export function criticalSteps(plan) {
  const planned = duration(plan);
  const withOneDayMore = (id) => plan.map((step) => (step.id === id ? { ...step, days: step.days + 1 } : step));
  return plan.filter(({ id }) => duration(withOneDayMore(id)) > planned).map(({ id }) => id);
}
