export const duration = (plan) => Math.max(0, ...plan.map(({ days }) => days));
export const criticalSteps = (plan) => plan.filter(({ days }) => days === duration(plan)).map(({ id }) => id);
