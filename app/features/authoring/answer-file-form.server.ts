import { assertNever } from "../../assert-never.ts";
import type { Deps } from "../../deps.server.ts";
import { readForm } from "../../web/read-form.server.ts";
import { fileForm } from "./authoring-forms.ts";
import { addFile, discardFile, removeFile, renameFile, uploadAsset } from "./change-files.server.ts";
import type { ChangeAnswer } from "./change-draft-course.server.ts";
import type { TeachingVisit } from "./find-taught-course.server.ts";
import type { Refusal } from "./refusals.ts";
import { saveFile, type SaveFileAnswer } from "./save-file.server.ts";
import { tryLab, type TryAnswer } from "./try-lab.server.ts";

export type FileFormAnswer =
  | ChangeAnswer
  | { kind: "saved"; version: number }
  /** The posted text comes back with what is stored, so that nothing typed is lost. */
  | (Extract<SaveFileAnswer, { kind: "conflict" }> & { posted: string })
  | { kind: "not-saved"; message: Refusal; posted: string }
  | TryAnswer;

/** Does what a form of the editor's page asks for. */
export async function answerFileForm(deps: Pick<Deps, "db" | "catalog" | "now" | "sandbox">, visit: TeachingVisit, request: Request): Promise<FileFormAnswer> {
  const upload = await readUpload(request.clone());
  if (upload) return uploadAsset(deps, visit, upload);
  const form = await readForm(request, fileForm);
  if (!form.ok) return { kind: "refused", message: { key: "notUnderstood" }, field: null };
  const asked = form.data;
  switch (asked.intent) {
    case "save":
      return save(deps, visit, asked);
    case "try": {
      // Without scripts the text comes along and is stored first: what is tried is what is seen.
      if (asked.text !== undefined && asked.version !== undefined) {
        const saved = await save(deps, visit, { path: asked.path, text: asked.text, version: asked.version });
        if (saved.kind !== "saved") return saved;
      }
      return tryLab(deps, visit, { path: asked.path, signal: request.signal });
    }
    case "add-file":
      return addFile(deps, visit, asked);
    case "rename-file":
      return renameFile(deps, visit, asked);
    case "remove-file":
      return removeFile(deps, visit, asked);
    case "discard-file":
      return discardFile(deps, visit, asked);
    default:
      return assertNever(asked);
  }
}

async function save(deps: Pick<Deps, "db" | "catalog" | "now">, visit: TeachingVisit, sent: { path: string; text: string; version: number }): Promise<FileFormAnswer> {
  const answer = await saveFile(deps, visit, sent);
  if (answer.kind === "conflict") return { ...answer, posted: sent.text };
  return answer.kind === "refused" ? { kind: "not-saved", message: answer.message, posted: sent.text } : answer;
}

async function readUpload(request: Request): Promise<{ path: string; name: string; bytes: Uint8Array } | null> {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/form-data")) return null;
  const form = await request.formData().catch(() => new FormData());
  const file = form.get("upload");
  if (!(file instanceof File)) return null;
  return { path: String(form.get("path") ?? ""), name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** HTTP status of an answer that is shown as a page. */
export function statusOfFileAnswer({ kind }: FileFormAnswer): number {
  return kind === "conflict" ? 409 : kind === "refused" || kind === "not-saved" ? 400 : 200;
}
