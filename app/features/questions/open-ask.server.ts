import { listSharedQuestions } from "../../../db/queries/questions.ts";
import type { Activity } from "../../catalog/catalog.ts";
import { listTextSections } from "../../catalog/text-sections.ts";
import type { Deps } from "../../deps.server.ts";
import { listEditableFiles } from "../../catalog/workspace.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { parseAskAbout, type AskAbout } from "./ask-address.ts";
import { buildQuestionItem } from "./build-item.ts";
import type { QuestionItem } from "./question-view.ts";

const SHARED_SHOWN = 20;
/** Kinds whose text is all for the reader: only their headings may be named. */
const OPEN_KINDS: ReadonlySet<Activity["kind"]> = new Set<Activity["kind"]>(["lesson", "lab", "project", "task"]);

export interface AskView {
  now: Date;
  title: string;
  kind: Activity["kind"];
  path: string;
  about: AskAbout;
  /** Headings to choose from, where nothing was quoted. */
  headings: readonly string[];
  /** Files of one's own to point at a line in; empty where no code is written. */
  files: readonly string[];
  /** Threads on this activity that everybody may read. */
  shared: readonly QuestionItem[];
  idempotencyKey: string;
}

/** The page on which a question about an activity is asked. */
export async function openAsk({ db, catalog, now, newId }: Pick<Deps, "db" | "catalog" | "now" | "newId">, { activity, query }: { activity: Activity; query: URLSearchParams }): Promise<AskView> {
  const shared = await listSharedQuestions(db, { courseId: activity.courseId, activityId: activity.id, limit: SHARED_SHOWN });
  return {
    now: now(),
    title: activity.title,
    kind: activity.kind,
    path: buildActivityPath(activity),
    about: parseAskAbout(query),
    headings: OPEN_KINDS.has(activity.kind) ? listTextSections(activity.text.source).flatMap(({ heading }) => (heading ? [heading] : [])) : [],
    files: activity.kind === "lab" || activity.kind === "project" ? listEditableFiles(activity) : [],
    shared: shared.map((question) => buildQuestionItem(catalog, question, { askerName: null, forAsker: false })),
    idempotencyKey: newId(),
  };
}
