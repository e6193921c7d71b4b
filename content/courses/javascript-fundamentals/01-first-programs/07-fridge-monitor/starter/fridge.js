/** "no reading", "too cold", "ok" or "too warm". */
export function checkReading(celsius) {
  return "";
}

/** Whether somebody should come and look. */
export function needsAlarm(celsius, doorOpen) {
  return undefined;
}

/** The text for the display, such as "4.3 °C". */
export function displayReading(celsius) {
  return "";
}
