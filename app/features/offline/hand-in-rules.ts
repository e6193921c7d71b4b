/** What becomes of a hand-in that waits for a connection, by what the server said. Pure. */

/** What the server said to a hand-in; null when nothing came back. */
export type HandInAnswer = { status: number; isSignedOut: boolean; body: { kind?: unknown; reason?: unknown; submissionId?: unknown; message?: unknown } | null } | null;

export type HandInFate =
  /** It has arrived. */
  | { kind: "sent"; submissionId: string }
  /** No connection, a server in trouble, or the person is not signed in: it is tried again later. */
  | { kind: "waits" }
  /** The server will never take it. */
  | { kind: "refused"; message: string | null };

const TOO_MANY = 429;

export function decideHandIn(answer: HandInAnswer): HandInFate {
  if (!answer || answer.status >= 500 || answer.status === TOO_MANY || answer.isSignedOut || answer.body?.reason === "someone-else") return { kind: "waits" };
  if (answer.body?.kind === "stored") return { kind: "sent", submissionId: String(answer.body.submissionId) };
  return { kind: "refused", message: typeof answer.body?.message === "string" ? answer.body.message : null };
}
