/** Changes of a course's structure as plans over its files. Pure: nothing is read or written here. */
import { isId } from "../../catalog/order-names.ts";
import type { Locale } from "../../i18n/locales.ts";
import { buildActivityFiles, buildModuleFile } from "./activity-templates.ts";
import { findOccupied, planMoves, refusePlan, type CourseFiles, type FilePlan, type Planned } from "./course-files.ts";
import { isPartOf, type OutlineActivity, type OutlineModule } from "./course-outline.ts";
import { changeAliases, setTitle } from "./edit-front-matter.ts";
import type { NewActivityKind, NewLanguage } from "./new-kinds.ts";
import { moveOne, nextNumber, planReorder } from "./plan-reorder.ts";

type Outline = readonly OutlineModule[];

const GONE = { key: "gone" } as const;
const SLUG = { key: "slugCharacters" } as const;

/** An activity one place up or down in its module. */
export function planActivityStep(files: CourseFiles, outline: Outline, { id, direction }: { id: string; direction: "up" | "down" }): Planned {
  const module = outline.find(({ activities }) => activities.some((activity) => activity.id === id));
  if (!module) return refusePlan(GONE);
  const order = moveOne(module.activities, module.activities.findIndex((activity) => activity.id === id), direction);
  if (!order) return refusePlan({ key: direction === "up" ? "alreadyFirst" : "alreadyLast" });
  return planOrder(files, order.map((activity) => activity.place), (name) => listPlaces(files, order.find((activity) => activity.place === name)));
}

/** A module one place up or down in the course. */
export function planModuleStep(files: CourseFiles, outline: Outline, { id, direction }: { id: string; direction: "up" | "down" }): Planned {
  const index = outline.findIndex((module) => module.id === id);
  if (index < 0) return refusePlan(GONE);
  const order = moveOne(outline, index, direction);
  if (!order) return refusePlan({ key: direction === "up" ? "alreadyFirst" : "alreadyLast" });
  return planOrder(files, order.map(({ folder }) => folder), (folder) => [folder]);
}

/** A new last module. @param locale of the words that it begins with */
export function planNewModule(outline: Outline, { title, slug }: { title: string; slug: string }, locale: Locale): Planned {
  if (!isId(slug)) return refusePlan(SLUG, "slug");
  if (outline.some((module) => module.id === slug)) return refusePlan({ key: "moduleTaken" }, "slug");
  const path = `${nextNumber(outline.map(({ folder }) => folder))}-${slug}/module.md`;
  return { ok: true, plan: { moves: [], writes: [{ path, text: buildModuleFile(title, locale) }], removals: [] }, open: path };
}

/** A new last activity of a module, from a template that is sound as it is. @param locale of its words */
export function planNewActivity(
  outline: Outline,
  wish: { moduleId: string; title: string; slug: string; kind: NewActivityKind; language: NewLanguage },
  locale: Locale,
): Planned {
  const module = outline.find(({ id }) => id === wish.moduleId);
  if (!module) return refusePlan(GONE, "moduleId");
  if (!isId(wish.slug)) return refusePlan(SLUG, "slug");
  if (module.activities.some((activity) => activity.slug === wish.slug)) return refusePlan({ key: "activityTakenHere" }, "slug");
  const folder = `${module.folder}/${nextNumber(module.activities.map(({ place }) => baseName(place)))}-${wish.slug}`;
  const made = buildActivityFiles(wish, locale);
  return { ok: true, plan: { moves: [], writes: made.map(({ path, text }) => ({ path: `${folder}/${path}`, text })), removals: [] }, open: `${folder}/${made[0]?.path ?? ""}` };
}

/** Another title, address or module for an activity. Its former id becomes an alias, so that learners keep progress. */
export function planActivityRename(
  files: CourseFiles,
  outline: Outline,
  wish: { id: string; title: string; slug: string; moduleId: string },
): Planned {
  const activity = outline.flatMap(({ activities }) => activities).find(({ id }) => id === wish.id);
  const target = outline.find(({ id }) => id === wish.moduleId);
  if (!activity || !target) return refusePlan(GONE);
  if (!isId(wish.slug)) return refusePlan(SLUG, "slug");
  const newId = `${target.id}/${wish.slug}`;
  if (newId !== activity.id && target.activities.some(({ slug }) => slug === wish.slug)) return refusePlan({ key: "activityTakenThere" }, "slug");

  const number = target.id === activity.moduleId ? (/^\d+/.exec(baseName(activity.place))?.[0] ?? "01") : nextNumber(target.activities.map(({ place }) => baseName(place)));
  const renames = new Map(
    newId === activity.id
      ? []
      : listPlaces(files, activity).map((place): [string, string] => [place, `${target.folder}/${number}-${wish.slug}${place.slice(stemOf(activity).length)}`]),
  );
  const plan = planMoves(files, renames);
  const fault = editOwnFile(files, plan, activity, wish.title, newId === activity.id ? null : newId);
  return fault ?? finish(files, plan, movedPath(plan, activity.file));
}

/** Another title or address for a module; every activity in it gets its former id as an alias. */
export function planModuleRename(files: CourseFiles, outline: Outline, wish: { id: string; title: string; slug: string }): Planned {
  const module = outline.find(({ id }) => id === wish.id);
  if (!module) return refusePlan(GONE);
  if (!isId(wish.slug)) return refusePlan(SLUG, "slug");
  if (wish.slug !== module.id && outline.some(({ id }) => id === wish.slug)) return refusePlan({ key: "moduleTaken" }, "slug");
  const number = /^\d+/.exec(module.folder)?.[0] ?? "01";
  const plan = planMoves(files, new Map(wish.slug === module.id ? [] : [[module.folder, `${number}-${wish.slug}`]]));
  if (wish.slug !== module.id) {
    for (const activity of module.activities) {
      const fault = editOwnFile(files, plan, activity, null, `${wish.slug}/${activity.slug}`);
      if (fault) return fault;
    }
  }
  const own = `${module.folder}/module.md`;
  if (wish.title !== module.title) {
    const text = setTitle(textAfter(files, plan, own), wish.title);
    if (text === null) return refusePlan({ key: "moduleFrontMatter" }, "title");
    write(plan, movedPath(plan, own), text);
  }
  return finish(files, plan, movedPath(plan, own));
}

/** Everything of an activity is to go. */
export function planActivityRemoval(files: CourseFiles, outline: Outline, id: string): Planned {
  const activity = outline.flatMap(({ activities }) => activities).find((own) => own.id === id);
  if (!activity) return refusePlan(GONE);
  return { ok: true, plan: { moves: [], writes: [], removals: files.paths.filter((path) => isPartOf(activity, path)) } };
}

/** A module goes when nothing is left in it but its own texts. */
export function planModuleRemoval(files: CourseFiles, outline: Outline, id: string): Planned {
  const module = outline.find((own) => own.id === id);
  if (!module) return refusePlan(GONE);
  if (module.activities.length > 0) return refusePlan({ key: "moduleNotEmpty" });
  return { ok: true, plan: { moves: [], writes: [], removals: files.paths.filter((path) => path.startsWith(`${module.folder}/`)) } };
}

/** `places` in their new order; `listNames` gives all names that belong to one. */
function planOrder(files: CourseFiles, places: readonly string[], listNames: (place: string) => string[]): Planned {
  const renames = new Map<string, string>();
  for (const [from, to] of planReorder(places.map(baseName))) {
    const place = places.find((own) => baseName(own) === from) ?? from;
    const folder = place.slice(0, place.length - from.length);
    const [oldStem, newStem] = [from.replace(/\.md$/, ""), to.replace(/\.md$/, "")];
    for (const name of listNames(place)) renames.set(name, folder + newStem + name.slice(folder.length + oldStem.length));
  }
  return finish(files, planMoves(files, renames));
}

/** The names that an activity occupies in its module: its folder, or its file and the translations beside it. */
function listPlaces(files: CourseFiles, activity: OutlineActivity | undefined): string[] {
  if (!activity) return [];
  return activity.hasFolder ? [activity.place] : files.paths.filter((path) => isPartOf(activity, path));
}

/** Title and aliases in the activity's own file. `newId` null: the id stays. Null when all is well. */
function editOwnFile(files: CourseFiles, plan: FilePlan, activity: OutlineActivity, title: string | null, newId: string | null): Planned | null {
  const isTitleKept = title === null || title === activity.title;
  if (isTitleKept && newId === null) return null;
  const before = textAfter(files, plan, activity.file);
  const titled = isTitleKept ? before : setTitle(before, title);
  const text = titled === null || newId === null ? titled : changeAliases(titled, { add: [activity.id], remove: newId });
  if (text === null) return refusePlan({ key: "activityFrontMatter", values: { title: activity.title } }, "title");
  if (text !== before) write(plan, movedPath(plan, activity.file), text);
  return null;
}

function textAfter(files: CourseFiles, plan: FilePlan, path: string): string {
  const target = movedPath(plan, path);
  return plan.writes.find((written) => written.path === target)?.text ?? files.getText(path) ?? "";
}

function write(plan: FilePlan, path: string, text: string): void {
  plan.writes = [...plan.writes.filter((written) => written.path !== path), { path, text }];
}

function finish(files: CourseFiles, plan: FilePlan, open?: string): Planned {
  const occupied = findOccupied(files, plan);
  return occupied ? refusePlan({ key: "occupied", values: { path: occupied } }, "slug") : { ok: true, plan, open };
}

function movedPath(plan: FilePlan, path: string): string {
  return plan.moves.find(({ from }) => from === path)?.to ?? path;
}

function stemOf(activity: OutlineActivity): string {
  return activity.hasFolder ? activity.place : activity.place.replace(/\.md$/, "");
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
