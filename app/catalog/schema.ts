/**
 * What authors write, as strict schemas: the authority on the course format. `rung manual` prints the authors'
 * manual from these descriptions, and every message about a faulty field quotes them, so a description says
 * what the field means and what a good value is.
 */
import { z } from "zod";
import { LANGUAGES, LIMIT_CEILINGS, TYPE_ERRORS } from "../../sandbox/contract.ts";

/** Ids of courses, modules and activities: lower-case words joined by single hyphens. */
export const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Every kind of the format. The first three are the ones that this version serves. */
export const KINDS = ["lesson", "lab", "project", "quiz", "survey", "task", "session"] as const;
export type WrittenKind = (typeof KINDS)[number];
export const SERVED_KINDS: readonly WrittenKind[] = ["lesson", "lab", "project", "task", "quiz", "survey"];

const title = z.string().trim().min(1).max(120).describe("The name that people read, in lists and at the top of the page.");
const summary = z.string().trim().max(400).default("").describe("One or two sentences for lists and search.");
const minutes = z.int().min(1).max(6000).describe("Honest estimate of a learner's time, in minutes.");
const skills = z
  .array(z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/))
  .default([])
  .describe("Skills that this shows or trains, such as `linux.text-processing`.");
const required = z.boolean().default(true).describe("`false` for an extra that completion of the course does not wait for.");
const languageTags = z
  .array(z.string().regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/))
  .default([])
  .describe("Languages of the translations beside this file: `[es]` for `x.es.md` beside `x.md`.");
const mutation = z
  .number()
  .min(0)
  .max(1)
  .describe("Share of small faults, put into the reference one at a time, that the tests must notice: `0.9` is nine of ten. Checked by `rung check --mutation`.");
const language = z.enum(LANGUAGES).describe("What the learner programs in.");
const outcomes = z
  .array(z.string().trim().min(1))
  .default([])
  .describe("What a learner can do afterwards, one sentence each.");
const outcome = z.strictObject({
  id: z.string().regex(ID_PATTERN).describe("By what activities name it in `practises` and `assesses`."),
  text: z.string().trim().min(1).describe("What a learner can do afterwards, one sentence that begins with a verb."),
});
const moduleOutcomes = z
  .array(z.union([z.string().trim().min(1), outcome]))
  .default([])
  .describe("What a learner can do afterwards, one sentence each; with an id, as `- { id: read-a-route, text: Read a routing table }`, `rung check` sees to it that it is practised and then assessed, and `rung coverage` shows where.");
/** Which outcomes of its module (`id`) or another (`module/id`) an activity is for. */
const outcomeIds = (text: string) => z.array(z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/)).default([]).describe(text);

function limit(most: number, text: string) {
  return z.int().min(1).max(most).optional().describe(text);
}

const limits = z
  .strictObject({
    cpuMs: limit(LIMIT_CEILINGS.cpuMs, "CPU time of the learner's code, in milliseconds."),
    wallMs: limit(LIMIT_CEILINGS.wallMs, "Time from the start of a run to its result, in milliseconds."),
    memoryMb: limit(LIMIT_CEILINGS.memoryMb, "Memory, in mebibytes."),
    outputKb: limit(LIMIT_CEILINGS.outputKb, "Everything the program prints, in kibibytes."),
  })
  .default({})
  .describe("What one run may use. The engine has defaults.");

const runSkipped = z
  .boolean()
  .describe("`true` runs tests that their file skips (`xtest`, `test.skip`, `describe.skip`, bats' `$BATS_RUN_SKIPPED`) like the others, for test files of collections that keep all but the first one skipped.");

const typeErrors = z
  .enum(TYPE_ERRORS)
  .describe("TypeScript only. What becomes of type errors in the learner's files: `explain` shows them when a test does not pass, `fatal` lets no run pass that has any (`@ts-ignore` and its like count too), `ignore` does not look.");

const open = z.string().min(1).optional().describe("The file that the editor shows first. The first file a learner can change when it is left out.");
const readOnly = z.array(z.string().min(1)).default([]).describe("Files of `starter/` that the learner sees and cannot change.");

const gates = z
  .array(
    z.strictObject({
      module: z.string().min(1).optional().describe("A module to finish, all its required activities: its id."),
      activity: z.string().min(1).optional().describe("An activity to finish: `activity` of the same module, or `module/activity`."),
      score: z.number().min(0).max(1).optional().describe("With `activity`, when that is a quiz: the best score that is enough, from 0 to 1, whether it passes the quiz or not."),
    }),
  )
  .default([])
  .describe("What opens it. All entries must be fulfilled; each names one module or one activity. Until then the page says what is missing, and its text and work are closed.");

const video = z
  .string()
  .min(1)
  .optional()
  .describe("A video: `assets/demo.webm` (or `.mp4`), or the address of a player on YouTube (`https://www.youtube-nocookie.com/embed/…`), Vimeo (`https://player.vimeo.com/video/…`) or a PeerTube site. Players of other sites load nothing before the reader agrees. Write what is said and shown into `transcript.md` beside `lesson.md`.");

const captions = z
  .array(
    z.strictObject({
      language: z.string().regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/).describe("The language that the captions are in, such as `en`."),
      file: z.string().min(1).describe("A WebVTT file: `assets/demo.en.vtt`."),
    }),
  )
  .default([])
  .describe("Captions of a video under `assets/`, one entry a language.");

const common = {
  title,
  summary,
  minutes,
  skills,
  practises: outcomeIds("Outcomes that it trains: ids of its module's, or `module/id`."),
  assesses: outcomeIds("Outcomes that finishing it shows: ids of its module's, or `module/id`."),
  required,
  prerequisites: z
    .array(z.string().min(1))
    .default([])
    .describe("Activities to finish first: `activity` of the same module, or `module/activity`."),
  gates,
  aliases: z
    .array(z.string().min(1))
    .default([])
    .describe("Former ids (`module/activity`, or `activity` of the same module), so that a rename keeps everybody's progress."),
  languages: languageTags,
};

function points(usual: number) {
  return z.number().min(0).max(10_000).default(usual).describe("What finishing it counts in the course's score.");
}

/** `defaults:` of a course or a module: what its activities start from. */
export const defaultsSchema = z
  .strictObject({
    minutes: minutes.optional(),
    skills: z.array(z.string()).optional().describe("Skills of every activity that names none."),
    required: z.boolean().optional().describe("Whether activities are required."),
    points: z.number().min(0).max(10_000).optional().describe("What finishing an activity counts in the course's score."),
    language: language.optional(),
    limits: limits.unwrap().optional().describe("What one run may use; each limit can be set again below."),
    mutation: mutation.optional(),
    runSkipped: runSkipped.optional(),
    typeErrors: typeErrors.optional(),
  })
  .default({})
  .describe("Values for the activities below that do not say otherwise. A module's go before the course's.");

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "write a day as 2026-03-02");

/** `block:` of a course that people go through in fixed weeks. */
const block = z
  .strictObject({
    weeks: z.int().min(1).max(52).describe("How many weeks it takes."),
    days: z.number().min(0.25).max(5).describe("Study days in each week: `0.5` is half a day, `1` a full one of 8 hours. No week may hold more."),
    start: z.enum(["rolling", "date"]).default("rolling").describe("`rolling`: people begin when they like. `date`: on one of `dates`."),
    dates: z.array(day).default([]).describe("First days of the rounds, when `start` is `date`: `[2026-03-02, 2026-09-07]`."),
  })
  .describe("A course of fixed weeks. Modules are its weeks in their order, unless they say their own `week`.");

const hours = z.number().min(0.25).max(2000).describe("The hours that the course promises to take. Must fit the sum of its required activities' minutes within a tenth, and each activity's minutes must be near those of a stated model: 200 words a minute, and more for code, questions and work.");

/** `x.es.md` beside `x.md`: what a translation writes above its text. */
export const translationSchema = z.strictObject({
  title,
  summary,
  of: z.string().regex(/^v[0-9a-f]{12}$/).optional().describe("Which version of the source this translates: `rung check` says what to write here. When the source changes, readers see that the translation is older."),
  outcomes: outcomes.describe("Of a course or module: its outcomes in this language. The source's when left out."),
  audience: z.string().trim().max(400).default("").describe("Of a course: who it is for, in this language."),
});

export const courseSchema = z.strictObject({
  title,
  summary,
  outcomes,
  hours: hours.optional(),
  block: block.optional(),
  readingGrade: z.number().min(1).max(20).optional().describe("The highest school year (Flesch-Kincaid grade) that the English text of an activity may need. 8 to 9 is plain language for adults."),
  audience: z.string().trim().max(400).default("").describe("Who the course is for, in one sentence."),
  published: z.boolean().default(true).describe("`false` hides the course from everybody but its instructors."),
  showWork: z.boolean().default(false).describe("`true` lets learners put their own code of labs and projects on their public portfolio. Without it only titles are shown, so that solutions don't spread."),
  languages: languageTags,
  defaults: defaultsSchema,
});

export const moduleSchema = z.strictObject({
  title,
  summary,
  outcomes: moduleOutcomes,
  gates,
  week: z.int().min(1).max(52).optional().describe("In which week of the course's `block` it is worked on. Its place among the modules when left out."),
  languages: languageTags,
  defaults: defaultsSchema,
});

export const lessonSchema = z.strictObject({
  kind: z.literal("lesson").describe("Text to read, with code, math and pictures, or a video with words around it."),
  ...common,
  points: points(0),
  video,
  captions,
});

/** Front matter of `lesson.text.md` and `lesson.video.md`: the same lesson in another form. */
export const renditionSchema = z.strictObject({
  minutes: minutes.optional(),
  video,
  captions,
});

export const labSchema = z.strictObject({
  kind: z.literal("lab").describe("Code that tests grade in the sandbox."),
  ...common,
  points: points(1),
  language,
  open,
  readOnly,
  limits,
  runSkipped: runSkipped.default(false),
  typeErrors: typeErrors.optional(),
  mutation: mutation.optional(),
});

export const projectSchema = z.strictObject({
  kind: z.literal("project").describe("Work that is handed in and reviewed by a grader with a rubric."),
  ...common,
  points: points(1),
  language: language.optional(),
  open,
  readOnly,
  limits,
});

export const quizSchema = z.strictObject({
  kind: z.literal("quiz").describe("Questions in the text, answered and scored."),
  ...common,
  points: points(1),
  pass: z.number().min(0).max(1).default(1).describe("Share of the points that is enough, from 0 to 1."),
  shuffle: z.boolean().default(false).describe("Whether questions and their options come in another order in each attempt. What is to be put in order or matched is always shuffled."),
  draw: z.int().min(1).optional().describe("How many of all questions each attempt gets. A quiz with pools says it below each: `::pool{draw=2}`."),
  attempts: z.int().min(1).optional().describe("How often it may be handed in; the best one counts. Without end when left out."),
  places: z
    .array(
      z.strictObject({
        skips: z.array(z.string().min(1)).min(1).describe("What may be skipped: ids of modules, or activities (`activity` of the same module, or `module/activity`)."),
        score: z.number().min(0).max(1).describe("Share of the points that is enough for it, from 0 to 1."),
        questions: z.array(z.string().min(1)).optional().describe("Ids of the questions that count for it. All when left out."),
        pool: z.string().min(1).optional().describe("The heading of the pool whose questions count for it. All when left out."),
      }),
    )
    .default([])
    .describe("Makes the quiz a placement test: after it, learners choose which of these parts they skip. A part that was skipped can be done all the same."),
});

export const surveySchema = z.strictObject({
  kind: z.literal("survey").describe("Questions without right answers."),
  ...common,
  points: points(0),
  anonymous: z.boolean().default(false).describe("`true` keeps answers without the person and the time; that somebody answered is known all the same."),
});

export const taskSchema = z.strictObject({
  kind: z.literal("task").describe("Something done away from the screen. The `- [ ]` items of its text become its checklist. It is done when every item is checked, what is asked for is there, and who signs it off has done so."),
  ...common,
  points: points(0),
  hours: z.number().min(0).optional().describe("Hours that the learner logs before it counts as done."),
  evidence: z.enum(["none", "text", "link", "file"]).default("none").describe("What the learner hands in to show it: words, a link, or files (pictures, PDF, text, office documents; 5 MiB each)."),
  signOff: z.enum(["none", "coach", "instructor"]).default("none").describe("Who confirms it before it counts as done. As long as a learner has no coach, the instructors of the course do."),
});

export const sessionSchema = z.strictObject({
  kind: z.literal("session").describe("A live class."),
  ...common,
  points: points(0),
  starts: z.string().optional().describe("When it begins: `2026-03-02T17:00:00Z`."),
  place: z.string().optional().describe("Where: a room or a link."),
  seats: z.int().min(1).optional().describe("How many people can register."),
  recording: z.string().optional().describe("Link to the recording that makes up for a missed class."),
});

export const ACTIVITY_SCHEMAS = {
  lesson: lessonSchema,
  lab: labSchema,
  project: projectSchema,
  quiz: quizSchema,
  survey: surveySchema,
  task: taskSchema,
  session: sessionSchema,
} as const satisfies Record<WrittenKind, z.ZodObject>;

const rubricId = z
  .string()
  .regex(ID_PATTERN)
  .optional()
  .describe("Reviews are kept under this id. Made from the title when left out; write it before you change a title.");

export const rubricSchema = z.strictObject({
  criteria: z
    .array(
      z.strictObject({
        id: rubricId,
        title: z.string().trim().min(1).max(120).describe("What is judged, in a few words."),
        description: z.string().trim().default("").describe("What it means; learners read it before they begin."),
        note: z.string().trim().default("").describe("For graders only: what to look for, what to be lenient with."),
        levels: z
          .array(
            z.strictObject({
              id: rubricId,
              title: z.string().trim().min(1).max(120).describe("The name of the level, such as `Clear`."),
              points: z.number().min(0).max(10_000).describe("What the level counts."),
              description: z.string().trim().default("").describe("What work at this level looks like."),
            }),
          )
          .min(2)
          .describe("The levels of which a grader chooses exactly one, best first or best last."),
      }),
    )
    .min(1)
    .describe("What a grader judges, in this order."),
  notes: z.string().trim().default("").describe("For graders only: advice on the whole project."),
});

const skillId = z.string().regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/);

/** `frameworks/its-id.yml`: one role with its levels, and the skills that it brings into the vocabulary. */
export const frameworkSchema = z.strictObject({
  title: title.describe("The role, such as `IT support technician`."),
  summary: summary.describe("What people in this role do, in one or two sentences."),
  skills: z
    .array(
      z.strictObject({
        id: skillId.describe("By what activities and levels name it: `linux.permissions`."),
        title: z.string().trim().min(1).max(120).describe("The skill in a few words."),
        text: z.string().trim().max(600).default("").describe("What somebody who has it does."),
      }),
    )
    .default([])
    .describe("Skills that are described here. Roles of other frameworks may expect them too."),
  levels: z
    .array(
      z.strictObject({
        id: z.string().regex(ID_PATTERN).describe("Id of the level in this role."),
        title: z.string().trim().min(1).max(120).describe("What the level is called, such as `Entry`."),
        summary: summary.describe("What somebody on this level is trusted with."),
        expects: z
          .array(
            z.strictObject({
              skill: skillId.describe("A skill of any framework."),
              text: z.string().trim().min(1).max(400).describe("What of it this level expects, as something that can be seen."),
            }),
          )
          .min(1)
          .describe("What it expects, skill by skill; the levels below are included."),
      }),
    )
    .min(1)
    .describe("From the first to the highest."),
});

export type FrameworkFile = z.output<typeof frameworkSchema>;
export type CourseFrontMatter = z.output<typeof courseSchema>;
export type ModuleFrontMatter = z.output<typeof moduleSchema>;
export type LessonFrontMatter = z.output<typeof lessonSchema>;
export type LabFrontMatter = z.output<typeof labSchema>;
export type ProjectFrontMatter = z.output<typeof projectSchema>;
export type QuizFrontMatter = z.output<typeof quizSchema>;
export type SurveyFrontMatter = z.output<typeof surveySchema>;
export type TaskFrontMatter = z.output<typeof taskSchema>;
export type RenditionFrontMatter = z.output<typeof renditionSchema>;
export type GateFields = z.output<typeof gates>[number];
export type ActivityDefaults = z.output<typeof defaultsSchema>;
export type RubricFile = z.output<typeof rubricSchema>;
