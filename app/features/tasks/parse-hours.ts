/** Hours as people write them, or null: `1.5`, `1,5`, `1:30`, `1 h 30`, `90 min`. At most a year of them. */
export function parseHours(text: string): number | null {
  const written = text.trim().toLowerCase().replace(",", ".");
  if (written === "") return 0;
  const plain = /^(\d{1,4}(?:\.\d{1,2})?)\s*(?:h|hours?|horas?)?$/.exec(written);
  const clock = /^(\d{1,4})\s*(?::|h)\s*([0-5]?\d)\s*(?:m|min)?$/.exec(written);
  const minutes = /^(\d{1,5})\s*(?:m|min|minutes?|minutos?)$/.exec(written);
  const hours = plain ? Number(plain[1]) : clock ? Number(clock[1]) + Number(clock[2]) / 60 : minutes ? Number(minutes[1]) / 60 : null;
  return hours !== null && hours <= 8784 ? hours : null;
}
