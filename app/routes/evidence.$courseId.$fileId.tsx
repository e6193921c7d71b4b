import type { LoaderFunctionArgs } from "@remix-run/node";
import { buildAttachmentHeader } from "../features/tasks/evidence-file.ts";
import { findEvidence } from "../features/tasks/find-evidence.server.ts";
import { notFound, requireUser } from "../web/require-user.server.ts";

/**
 * A stranger's file: to be saved, never shown, and without any right should a browser open it all the same. That its type
 * is not guessed (`nosniff`) is said of every answer of the site.
 */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  const file = await findEvidence(context.deps, { user, courseId: params.courseId ?? "", fileId: params.fileId ?? "" });
  if (!file) throw notFound();
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      "Content-Type": file.contentType,
      "Content-Length": String(file.sizeBytes),
      "Content-Disposition": buildAttachmentHeader(file.name),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}
