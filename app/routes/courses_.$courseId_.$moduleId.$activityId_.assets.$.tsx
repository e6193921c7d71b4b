import { open } from "node:fs/promises";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { findAsset } from "../features/lessons/find-asset.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

/** A picture opened as a page of its own may not run or load anything: an SVG can hold scripts. */
const ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Pictures and data of an activity, for those who may open it. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireActivityVisit(context, request, params);
  const asset = await findAsset(context.deps, { activity, name: params["*"] ?? "" });
  if (!asset) throw notFound();
  const file = await open(asset.file).catch(() => null);
  if (!file) throw notFound();
  const { size } = await file.stat();
  return new Response(createReadableStreamFromReadable(file.createReadStream()), {
    headers: {
      "Content-Type": asset.contentType,
      "Content-Length": String(size),
      // A published change shows after ten minutes at the most; until then a reader's phone loads a picture once.
      "Cache-Control": "private, max-age=600",
      "Content-Security-Policy": ALONE,
      "X-Content-Type-Options": "nosniff",
      ...(asset.isDownload && { "Content-Disposition": "attachment" }),
    },
  });
}
