const ends = (plan) => {
  const found = {};
  for (const { id, days, after } of plan) found[id] = days + Math.max(0, ...after.map((before) => found[before] ?? 0));
  return found;
};
export const duration = (plan) => Math.max(0, ...Object.values(ends(plan)));
export const criticalSteps = (plan) => plan.filter(({ id }) => duration(plan.map((step) => (step.id === id ? { ...step, days: step.days + 1 } : step))) > duration(plan)).map(({ id }) => id);
