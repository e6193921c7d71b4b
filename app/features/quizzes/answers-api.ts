/** What the address below a quiz's page says when answers are sent to it. */
export type AnswersSaved = { kind: "saved"; answered: number; count: number } | { kind: "closed"; number: number };

/** Null when it is something else. */
export function readAnswersSaved(body: unknown): AnswersSaved | null {
  if (typeof body !== "object" || body === null || !("kind" in body)) return null;
  if (body.kind === "closed" && "number" in body && typeof body.number === "number") return { kind: "closed", number: body.number };
  if (body.kind === "saved" && "answered" in body && "count" in body && typeof body.answered === "number" && typeof body.count === "number") return { kind: "saved", answered: body.answered, count: body.count };
  return null;
}
