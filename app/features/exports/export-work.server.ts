import { listCertificates } from "../../../db/queries/certificates.ts";
import { listCompletions } from "../../../db/queries/completions.ts";
import { findDraft } from "../../../db/queries/drafts.ts";
import { listEnrollments } from "../../../db/queries/enrollments.ts";
import { listAllNotes } from "../../../db/queries/notes.ts";
import { listOwnAttempts, listOwnDrafts, listOwnSubmissions, listOwnSurveyAnswers, listOwnTaskFiles, listOwnTaskWorks } from "../../../db/queries/own-work.ts";
import { listOwnQuestions, listQuestionReplies } from "../../../db/queries/questions.ts";
import { findTaskFile } from "../../../db/queries/task-files.ts";
import { findUser } from "../../../db/queries/users.ts";
import type { Deps } from "../../deps.server.ts";
import type { Locale } from "../../i18n/locales.ts";
import { createT } from "../../i18n/messages.ts";
import { buildCertificateView } from "../certificates/certificate.ts";
import { buildCertificatePdf } from "../certificates/certificate-pdf.server.ts";
import { buildCredential } from "../certificates/credential.ts";
import { signCredential } from "../certificates/sign-credential.server.ts";
import { exportSubmission } from "./export-submission.server.ts";
import { messages } from "./messages.ts";
import { createPathSupply } from "./safe-path.ts";
import type { ExportFile } from "./zip-stream.server.ts";

/** Questions of one person in an archive: their own threads, the newest first. */
const MOST_QUESTIONS = 10_000;

interface Asked {
  userId: string;
  locale: Locale;
  origin: string;
}

type Part = Omit<ExportFile, "bytes"> & { content: string | Uint8Array };

/** Everything that somebody did, file by file; each is read when it is its turn. Nothing of others is in it, and no hidden test. */
export async function* exportWork(deps: Pick<Deps, "db" | "catalog" | "now">, asked: Asked): AsyncGenerator<ExportFile> {
  const supply = createPathSupply();
  for await (const { path, content, at } of listParts(deps, asked)) {
    yield { path: supply(path), at, bytes: typeof content === "string" ? new TextEncoder().encode(content) : content };
  }
}

async function* listParts(deps: Pick<Deps, "db" | "catalog" | "now">, { userId, locale, origin }: Asked): AsyncGenerator<Part> {
  const { db } = deps;
  const at = deps.now();
  const user = await findUser(db, { userId });
  if (!user) return;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(at);
  yield { path: "README.txt", at, content: createT(messages, locale)("readme", { name: user.name, site: new URL(origin).host, date }) };
  const { name, email, editor, language, createdAt } = user;
  yield { path: "profile.json", at, content: toJson({ name, email, editor, language, createdAt }) };
  yield* exportProgress(deps, userId);
  yield* exportHandIns(deps, userId);
  yield* exportAnswers(deps, userId);
  yield* exportTasks(deps, userId);
  yield* exportWords(deps, userId);
  for (const row of await listCertificates(db, { userId })) {
    const folder = `certificates/${row.courseId}`;
    yield { path: `${folder}.pdf`, at: row.issuedAt, content: await buildCertificatePdf(buildCertificateView(row), locale) };
    yield { path: `${folder}.json`, at: row.issuedAt, content: toJson(buildCredential(row)) };
    yield { path: `${folder}.jwt`, at: row.issuedAt, content: await signCredential(deps, row) };
  }
}

async function* exportProgress({ db, now }: Pick<Deps, "db" | "now">, userId: string): AsyncGenerator<Part> {
  for (const { courseId, createdAt, lastActiveAt } of await listEnrollments(db, { userId })) {
    const done = (await listCompletions(db, { userId, courseId })).map(({ activityId, reason, completedAt }) => ({ activityId, reason, completedAt }));
    yield { path: `courses/${courseId}/progress.json`, at: lastActiveAt ?? now(), content: toJson({ enrolledAt: createdAt, lastActiveAt, done }) };
  }
}

async function* exportHandIns(deps: Pick<Deps, "db" | "catalog">, userId: string): AsyncGenerator<Part> {
  const numbers = new Map<string, number>();
  for (const head of await listOwnSubmissions(deps.db, { userId })) {
    const folder = folderOf(head);
    const number = (numbers.get(folder) ?? 0) + 1;
    numbers.set(folder, number);
    const exported = await exportSubmission(deps, { id: head.id, userId });
    if (!exported) continue;
    const below = `${folder}/submissions/${String(number).padStart(3, "0")}`;
    yield { path: `${below}/result.json`, at: head.createdAt, content: toJson(exported.result) };
    for (const [path, content] of Object.entries(exported.files)) yield { path: `${below}/files/${path}`, at: head.createdAt, content };
  }
  for (const place of await listOwnDrafts(deps.db, { userId })) {
    const draft = await findDraft(deps.db, { userId, courseId: place.courseId, activityId: place.activityId });
    for (const [path, content] of Object.entries(draft?.files ?? {})) yield { path: `${folderOf(place)}/draft/${path}`, at: draft?.updatedAt ?? new Date(0), content };
  }
}

async function* exportAnswers({ db, now }: Pick<Deps, "db" | "now">, userId: string): AsyncGenerator<Part> {
  for (const [folder, attempts] of Map.groupBy(await listOwnAttempts(db, { userId }), folderOf)) {
    yield { path: `${folder}/quiz.json`, at: attempts.at(-1)?.createdAt ?? now(), content: toJson(attempts.map(withoutPlace)) };
  }
  for (const [folder, sent] of Map.groupBy(await listOwnSurveyAnswers(db, { userId }), folderOf)) {
    yield { path: `${folder}/survey.json`, at: sent.at(-1)?.sentAt ?? now(), content: toJson(sent.map(withoutPlace)) };
  }
}

async function* exportTasks({ db }: Pick<Deps, "db">, userId: string): AsyncGenerator<Part> {
  for (const work of await listOwnTaskWorks(db, { userId })) yield { path: `${folderOf(work)}/task.json`, at: work.updatedAt, content: toJson(withoutPlace(work)) };
  for (const head of await listOwnTaskFiles(db, { userId })) {
    const file = await findTaskFile(db, { id: head.id, userId });
    // Between the list and now it may have been taken back.
    if (file) yield { path: `${folderOf(head)}/evidence/${oneName(head.name)}`, at: head.createdAt, content: file.bytes };
  }
}

async function* exportWords({ db, now }: Pick<Deps, "db" | "now">, userId: string): AsyncGenerator<Part> {
  const notes = (await listAllNotes(db, { userId })).map(({ courseId, activityId, kind, quote, body, createdAt, updatedAt }) => ({ courseId, activityId, kind, quote, body, createdAt, updatedAt }));
  if (notes.length > 0) yield { path: "notes.json", at: now(), content: toJson(notes) };
  const questions = [];
  for (const question of await listOwnQuestions(db, { userId, limit: MOST_QUESTIONS })) {
    const { courseId, activityId, about, quote, path, line, testName, body, state, createdAt } = question;
    const replies = (await listQuestionReplies(db, { questionId: question.id })).map((reply) => ({ by: reply.isStaff ? "teacher" : "you", body: reply.body, createdAt: reply.createdAt }));
    questions.push({ courseId, activityId, about, quote, path, line, testName, body, state, createdAt, replies });
  }
  if (questions.length > 0) yield { path: "questions.json", at: now(), content: toJson(questions) };
}

function folderOf({ courseId, activityId }: { courseId: string; activityId: string }): string {
  return `courses/${courseId}/${activityId}`;
}

/** A file's name is one part of a path, whatever its owner called it. */
function oneName(name: string): string {
  return name.replace(/[\\/]/g, "_");
}

function withoutPlace<Row extends { courseId: string; activityId: string }>({ courseId: _courseId, activityId: _activityId, ...rest }: Row): Omit<Row, "courseId" | "activityId"> {
  return rest;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
