/** A role as somebody sees it: what each level expects, and where that is taught and shown. Pure. */
import { listSkills } from "../../catalog/build-frameworks.ts";
import type { Activity, ActivityKind, Course, Framework } from "../../catalog/catalog.ts";
import { listActivities } from "../../catalog/find.ts";
import { buildActivityPath } from "../progress/activity-path.ts";

export interface SkillStep {
  title: string;
  kind: ActivityKind;
  path: string;
  courseTitle: string;
  isDone: boolean;
}

export interface ExpectationView {
  skill: string;
  title: string;
  /** What somebody who has the skill does; may be empty. */
  about: string;
  /** What of it the level expects. */
  text: string;
  /** Where it is taught (lessons, tasks) and where finishing shows it (labs, quizzes, projects). */
  taught: readonly SkillStep[];
  shown: readonly SkillStep[];
}

export interface RoleView {
  id: string;
  title: string;
  summary: string;
  levels: readonly { id: string; title: string; summary: string; expects: readonly ExpectationView[] }[];
}

/** A role in the list of roles. */
export interface RoleCard {
  id: string;
  title: string;
  summary: string;
  levels: readonly string[];
  /** Skills of all levels that some course of those given teaches or lets people show, and how many there are. */
  covered: number;
  skills: number;
}

/** Kinds whose completion says that somebody can do it. */
const SHOWING: ReadonlySet<ActivityKind> = new Set(["lab", "quiz", "project"]);

/** @param isDone whether the reader has finished an activity; nothing is done for visitors */
export function buildRoleView(framework: Framework, frameworks: readonly Framework[], courses: readonly Course[], isDone: (activity: Activity) => boolean): RoleView {
  const skills = new Map(listSkills(frameworks).map((skill) => [skill.id, skill]));
  const steps = courses.flatMap((course) => listActivities(course).map((activity) => ({ activity, step: buildStep(course, activity, isDone) })));
  const where = (skill: string, shows: boolean): SkillStep[] =>
    steps.flatMap(({ activity, step }) => (activity.skills.includes(skill) && activity.kind !== "survey" && SHOWING.has(activity.kind) === shows ? [step] : []));
  return {
    id: framework.id,
    title: framework.title,
    summary: framework.summary,
    levels: framework.levels.map(({ id, title, summary, expects }) => ({
      id, title, summary,
      expects: expects.map(({ skill, text }) => {
        const known = skills.get(skill);
        return { skill, title: known?.title ?? skill, about: known?.text ?? "", text, taught: where(skill, false), shown: where(skill, true) };
      }),
    })),
  };
}

export function buildRoleCard(framework: Framework, courses: readonly Course[]): RoleCard {
  const wanted = new Set(framework.levels.flatMap(({ expects }) => expects.map(({ skill }) => skill)));
  const known = new Set(courses.flatMap(listActivities).flatMap(({ skills }) => skills));
  const { id, title, summary, levels } = framework;
  return { id, title, summary, levels: levels.map((level) => level.title), covered: [...wanted].filter((skill) => known.has(skill)).length, skills: wanted.size };
}

function buildStep(course: Course, activity: Activity, isDone: (activity: Activity) => boolean): SkillStep {
  return { title: activity.title, kind: activity.kind, path: buildActivityPath(activity), courseTitle: course.title, isDone: isDone(activity) };
}
