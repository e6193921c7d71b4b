/** The sum of all hours. */
export const totalHours = (hours) => hours.reduce((total, shift) => total + shift, 0);

/** Hours per shift on average; 0 if there was no shift. */
export const averageHours = (hours) => (hours.length === 0 ? 0 : totalHours(hours) / hours.length);

/** The longest shift; 0 if there was none. */
export const longestShift = (hours) => Math.max(0, ...hours);

/** How many shifts are longer than the limit. */
export const countOver = (hours, limit) => hours.filter((shift) => shift > limit).length;

/** For each shift, how many hours there were up to its end. */
export const runningTotals = (hours) => hours.map((_, index) => totalHours(hours.slice(0, index + 1)));
