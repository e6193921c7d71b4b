const endOf = (plan, id) => {
  const { days, after } = plan.find((step) => step.id === id);
  return days + after.reduce((sum, before) => sum + endOf(plan, before), 0);
};
export const duration = (plan) => Math.max(0, ...plan.map(({ id }) => endOf(plan, id)));
export const criticalSteps = (plan) => plan.filter(({ id }) => duration(plan.map((step) => (step.id === id ? { ...step, days: step.days + 1 } : step))) > duration(plan)).map(({ id }) => id);
