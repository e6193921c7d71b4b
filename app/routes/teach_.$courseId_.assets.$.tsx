import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDraftAsset } from "../features/authoring/read-draft-asset.server.ts";
import { notFound } from "../web/require-user.server.ts";
import { requireTeaching } from "../web/require-teaching.server.ts";

/** A picture opened as a page of its own may not run or load anything: an SVG can hold scripts. */
const ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Pictures and data with the unpublished changes, for the preview. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = await requireTeaching(context, request, params.courseId);
  const asset = await readDraftAsset(context.deps, visit, params["*"] ?? "");
  if (!asset) throw notFound();
  return new Response(Buffer.from(asset.bytes), {
    headers: {
      "Content-Type": asset.contentType ?? "application/octet-stream",
      "Content-Security-Policy": ALONE,
      "X-Content-Type-Options": "nosniff",
      ...(asset.contentType === null && { "Content-Disposition": "attachment" }),
    },
  });
}
