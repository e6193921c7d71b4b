import { open } from "node:fs/promises";
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from "@remix-run/node";
import { findAsset } from "../features/lessons/find-asset.server.ts";
import { parseByteRange } from "../web/byte-range.server.ts";
import { requireActivityVisit } from "../web/require-enrollment.server.ts";
import { notFound } from "../web/require-user.server.ts";

/** A picture opened as a page of its own may not run or load anything: an SVG can hold scripts. */
const ALONE = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Videos and sound are asked for in parts. */
const PLAYED = /^(?:video|audio)\//;

/** Pictures and data of an activity, for those who may open it. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { activity } = await requireActivityVisit(context, request, params);
  const asset = await findAsset(context.deps, { activity, name: params["*"] ?? "" });
  if (!asset) throw notFound();
  const file = await open(asset.file).catch(() => null);
  if (!file) throw notFound();
  const { size } = await file.stat();
  const isPlayed = PLAYED.test(asset.contentType);
  const range = isPlayed ? parseByteRange(request.headers.get("Range"), size) : "whole";
  if (range === "unsatisfiable") {
    await file.close();
    return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${size}` } });
  }
  const part = range === "whole" ? { start: 0, end: size - 1 } : range;
  const content = size === 0 ? new Uint8Array() : createReadableStreamFromReadable(file.createReadStream(part));
  if (size === 0) await file.close();
  return new Response(content, {
    status: range === "whole" ? 200 : 206,
    headers: {
      "Content-Type": asset.contentType,
      "Content-Length": String(size === 0 ? 0 : part.end - part.start + 1),
      ...(isPlayed && { "Accept-Ranges": "bytes" }),
      ...(range !== "whole" && { "Content-Range": `bytes ${part.start}-${part.end}/${size}` }),
      // A published change shows after ten minutes at the most; until then a reader's phone loads a picture once.
      "Cache-Control": "private, max-age=600",
      "Content-Security-Policy": ALONE,
      "X-Content-Type-Options": "nosniff",
      ...(asset.isDownload && { "Content-Disposition": "attachment" }),
    },
  });
}
