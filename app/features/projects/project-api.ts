/** Handing in from the page's scripts. Every failure is a sentence for the person. */
export type HandInReply =
  | { kind: "stored"; submissionId: string }
  | { kind: "problem"; message: string; errors: Record<string, string> };

interface Posted {
  files: Record<string, string>;
  link: string;
  message: string;
  /** The same key again is the same hand-in: a lost answer makes no second one. */
  idempotencyKey: string;
}

const TRIES = 4;
const NO_CONNECTION = "There is no connection to the server. Nothing was handed in, and all you typed is kept here: try again when it is back.";

export async function postHandIn(path: string, posted: Posted): Promise<HandInReply> {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(`${path}/hand-in`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(posted), redirect: "manual" }).catch(() => null);
    if (response && (response.status < 500 || response.status === 507)) return readReply(response);
    if (tries === TRIES) return problem(response ? "The server has a problem; nothing of yours is lost. Try again in a moment." : NO_CONNECTION);
    await new Promise((resolve) => setTimeout(resolve, 400 * 2 ** tries));
  }
}

async function readReply(response: Response): Promise<HandInReply> {
  if (response.type === "opaqueredirect") return problem("You are signed out. Sign in in another tab, then hand in again: all you typed is kept here.");
  const isJson = response.headers.get("Content-Type")?.includes("application/json") ?? false;
  const body = isJson ? ((await response.json().catch(() => null)) as { kind?: string; submissionId?: string; message?: string; errors?: Record<string, string> } | null) : null;
  if (body?.kind === "stored" && body.submissionId) return { kind: "stored", submissionId: body.submissionId };
  if (body?.message || body?.errors) return problem(body.message ?? "", body.errors);
  if (response.status === 413) return problem("The files are too large together. Shorten them and try again.");
  if (response.status === 404) return problem("This project is no longer there for you. Copy your text before you leave.");
  return problem("Nothing was handed in. Reload the page and try again; your text is kept.");
}

function problem(message: string, errors: Record<string, string> = {}): HandInReply {
  return { kind: "problem", message, errors };
}
