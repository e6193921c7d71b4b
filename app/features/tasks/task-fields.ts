/** What a task's form holds, field by field: `item:<id>` is `on` or empty, `hours` and `evidence` as typed. Pure. */
import type { Task } from "../../catalog/catalog.ts";
import { ITEM_FIELD, TASK_LIMITS } from "./task-form.ts";

export type TaskFields = Record<string, string>;

/** What is typed and ticked. Ids may be there of items that the task no longer has. */
export interface TaskTexts {
  checked: readonly string[];
  hours: string;
  evidence: string;
}

type Asked = Pick<Task, "checklist" | "hours" | "evidence">;

const hasText = ({ evidence }: Asked) => evidence === "text" || evidence === "link";

/** The fields that the form of this task has. */
export function listTaskFields(task: Asked, { checked, hours, evidence }: TaskTexts): TaskFields {
  return {
    ...Object.fromEntries(task.checklist.map(({ id }) => [ITEM_FIELD + id, checked.includes(id) ? "on" : ""])),
    ...(task.hours !== null && { hours }),
    ...(hasText(task) && { evidence }),
  };
}

/** `before` with what the fields say; what they do not name stays. Everything is cut to what fits. */
export function readTaskFields(task: Asked, before: TaskTexts, fields: Readonly<TaskFields>): TaskTexts {
  const valueOf = (name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);
  const isTicked = (id: string) => {
    const value = valueOf(ITEM_FIELD + id);
    return value === undefined ? before.checked.includes(id) : value === "on";
  };
  return {
    checked: task.checklist.map(({ id }) => id).filter(isTicked),
    hours: task.hours === null ? before.hours : (valueOf("hours") ?? before.hours).slice(0, TASK_LIMITS.hours),
    evidence: hasText(task) ? (valueOf("evidence") ?? before.evidence).slice(0, TASK_LIMITS.evidence) : before.evidence,
  };
}

/**
 * What a whole form means that was made of `was`: fields that were changed in it. An old page sends along what it never
 * touched, and must not undo what was done elsewhere. Null, as of a page whose scripts kept up: all of it is meant.
 */
export function listChanged(was: Readonly<TaskFields> | null, sent: Readonly<TaskFields>): TaskFields {
  return Object.fromEntries(Object.entries(sent).filter(([name, value]) => was?.[name] !== value));
}
