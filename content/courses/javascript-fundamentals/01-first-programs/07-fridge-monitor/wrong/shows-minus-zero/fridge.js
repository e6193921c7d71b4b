const COLDEST_ALLOWED = 2;
const WARMEST_ALLOWED = 8;

/** "no reading", "too cold", "ok" or "too warm". */
export function checkReading(celsius) {
  if (Number.isNaN(celsius)) return "no reading";
  if (celsius < COLDEST_ALLOWED) return "too cold";
  if (celsius > WARMEST_ALLOWED) return "too warm";
  return "ok";
}

/** Whether somebody should come and look. An open door explains warm air, but nothing else. */
export function needsAlarm(celsius, doorOpen) {
  const state = checkReading(celsius);
  if (state === "too warm") return !doorOpen;
  return state !== "ok";
}

/** The text for the display, such as "4.3 °C". */
export function displayReading(celsius) {
  if (Number.isNaN(celsius)) return "no reading";
  return `${celsius.toFixed(1)} °C`;
}
