import { writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as Incoming, RequestHandler, Response as Outgoing } from "express";
import { findPlay, type Play } from "./event-stream.server.ts";

const JSON_TYPE = /^application\/json\b/;
/** Below this, packing costs more than it saves. */
const WORTH_PACKING_BYTES = 1_024;

/** Sends an answer of the web through Node's. `pack` is the compressor, called before what is long enough for it. */
export async function sendAnswer(request: Incoming, response: Outgoing, answer: Response, pack: RequestHandler): Promise<void> {
  const { status, statusText, headers } = answer;
  response.status(status);
  response.statusMessage = statusText;
  for (const [name, value] of headers) response.append(name, value);
  const play = findPlay(answer);
  if (request.method === "HEAD") {
    if (play === null) await answer.body?.cancel();
    return void response.end();
  }
  if (play !== null) return playTo(response, play);
  if (answer.body === null) return void response.end();
  const type = headers.get("Content-Type") ?? "";
  if (JSON_TYPE.test(type)) {
    // Whole: one packet with its length.
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (bytes.length >= WORTH_PACKING_BYTES) pack(request, response, () => {});
    return void response.end(bytes);
  }
  pack(request, response, () => {});
  // A stream's head goes with what is there already, and does not wait for more.
  if (type.startsWith("text/event-stream")) setImmediate(() => response.headersSent || response.destroyed || response.flushHeaders());
  await writeReadableStreamToWritable(answer.body, response);
}

/** Node sends what comes in the same moment in one packet: the last event and the end, as a rule. */
async function playTo(response: Outgoing, play: Play): Promise<void> {
  await play((text) => void response.write(text));
  response.end();
}
