export const duration = (plan) => plan.reduce((sum, { days }) => sum + days, 0);
export const criticalSteps = (plan) => plan.map(({ id }) => id);
