/** What the form of a task posts. Pure. */

export const TASK_LIMITS = { hours: 20, evidence: 5_000, words: 2_000, items: 200 } as const;

/** Prefix of the checkboxes' names: `item:` and the item's id. */
export const ITEM_FIELD = "item:";

/** The hidden field with the other fields as the page was made with them. */
export const WAS_FIELD = "was";

export interface TaskForm {
  intent: "save" | "hand-in" | "take-back" | { remove: string };
  checked: string[];
  hours: string;
  evidence: string;
  /** The fields as the page was made with them; null when they are not said. */
  was: Readonly<Record<string, string>> | null;
  /** What was chosen to be uploaded; null when nothing was. */
  file: File | null;
}

/** Everything is cut to what fits; null when it is no form of a task. */
export function readTaskForm(form: FormData): TaskForm | null {
  const intent = readIntent(form.get("intent"));
  if (!intent) return null;
  const checked = [...form.keys()].filter((name) => name.startsWith(ITEM_FIELD)).map((name) => name.slice(ITEM_FIELD.length));
  const file = form.get("file");
  return {
    intent,
    checked: [...new Set(checked)].slice(0, TASK_LIMITS.items),
    hours: readText(form.get("hours"), TASK_LIMITS.hours),
    evidence: readText(form.get("evidence"), TASK_LIMITS.evidence),
    was: readWas(form.get(WAS_FIELD)),
    file: file instanceof File && (file.size > 0 || file.name !== "") ? file : null,
  };
}

function readIntent(value: FormDataEntryValue | null): TaskForm["intent"] | null {
  if (value === "save" || value === "hand-in" || value === "take-back") return value;
  const remove = typeof value === "string" ? /^remove:([\w-]{1,40})$/.exec(value)?.[1] : undefined;
  return remove === undefined ? null : { remove };
}

function readWas(value: FormDataEntryValue | null): TaskForm["was"] {
  if (typeof value !== "string" || value === "") return null;
  try {
    const was: unknown = JSON.parse(value);
    if (typeof was !== "object" || was === null) return null;
    return Object.fromEntries(Object.entries(was).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
  } catch {
    return null;
  }
}

function readText(value: FormDataEntryValue | null, most: number): string {
  return typeof value === "string" ? value.replace(/\r\n/g, "\n").slice(0, most) : "";
}

/** What the page says after a form was sent: a word in its address, so that loading it again repeats nothing. */
export const SAID = ["saved", "done", "handed-in", "taken-back", "removed", "attached", "incomplete", "link", "hours", "empty", "too-large", "type", "mismatch", "too-many-files", "too-much-stored"] as const;
export type Said = (typeof SAID)[number];

export function findSaid(value: string | null): Said | null {
  return SAID.find((said) => said === value) ?? null;
}

/** A link that a person may be sent to: `https:` or `http:`. */
export function isWebLink(text: string): boolean {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  return url !== null && (url.protocol === "https:" || url.protocol === "http:") && url.username === "" && url.password === "";
}
