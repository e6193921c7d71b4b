import { deleteContentDraft, listContentDrafts } from "../../../db/queries/content-drafts.ts";
import { assertNever } from "../../assert-never.ts";
import { buildId } from "../../catalog/build-rubric.ts";
import type { Deps } from "../../deps.server.ts";
import { DEFAULT_LOCALE, type Locale } from "../../i18n/locales.ts";
import type { StructureRequest } from "./authoring-forms.ts";
import type { DraftCourse } from "./build-draft-course.server.ts";
import { changeDraftCourse, type ChangeAnswer } from "./change-draft-course.server.ts";
import type { Planned } from "./course-files.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import { planActivityRemoval, planActivityRename, planActivityStep, planModuleRemoval, planModuleRename, planModuleStep, planNewActivity, planNewModule } from "./plan-structure.ts";
import { readPlannedContents } from "./store-changes.server.ts";

/** Changes the order, names or contents of modules, as unpublished changes. @param locale of the words that new material begins with */
export async function changeStructure(deps: Pick<Deps, "db" | "catalog" | "now">, visit: TeachingVisit, asked: StructureRequest, locale: Locale = DEFAULT_LOCALE): Promise<ChangeAnswer> {
  if (asked.intent === "discard-all") return discardAll(deps, visit);
  return changeDraftCourse(deps, visit, async (draft) => {
    const planned = plan(draft, asked, locale);
    if (!planned.ok) return { kind: "refused", message: planned.message, field: planned.field ?? null };
    return { kind: "change", contents: await readPlannedContents(draft, planned.plan), open: planned.open ?? null };
  });
}

function plan({ files, outline }: DraftCourse, asked: Exclude<StructureRequest, { intent: "discard-all" }>, locale: Locale): Planned {
  switch (asked.intent) {
    case "move-activity":
      return planActivityStep(files, outline, asked);
    case "move-module":
      return planModuleStep(files, outline, asked);
    case "create-module":
      return planNewModule(outline, { ...asked, slug: asked.slug || buildId(asked.title) }, locale);
    case "create-activity":
      return planNewActivity(outline, { ...asked, slug: asked.slug || buildId(asked.title) }, locale);
    case "rename-activity":
      return planActivityRename(files, outline, asked);
    case "rename-module":
      return planModuleRename(files, outline, asked);
    case "remove-activity":
      return planActivityRemoval(files, outline, asked.id);
    case "remove-module":
      return planModuleRemoval(files, outline, asked.id);
    default:
      return assertNever(asked);
  }
}

async function discardAll({ db }: Pick<Deps, "db">, { userId, course }: TeachingVisit): Promise<ChangeAnswer> {
  await db.write(async (tx) => {
    for (const { path } of await listContentDrafts(tx, { userId, courseId: course.id })) await deleteContentDraft(tx, { userId, courseId: course.id, path });
  });
  return { kind: "changed", open: null };
}
