import type { ServerBuild } from "@remix-run/node";
import { beforeAll, expect, it } from "vitest";
import { findOpenAttempt } from "../../db/queries/quiz-attempts.ts";
import { readAsked } from "../../app/features/quizzes/open-quiz.server.ts";
import { SECRETS } from "../helpers/questions.ts";
import { answerWrong } from "../helpers/quiz-answers.ts";
import { loadRealBuild } from "../helpers/serve-app.ts";
import { ADDRESSES } from "./addresses.ts";
import { listRoutes, makeWorld, type Role, type World } from "./world.ts";

const QUIZ = "/courses/small/start/check";

let build: ServerBuild;
beforeAll(async () => {
  build = await loadRealBuild();
});

/** Words that stand in the answers, explanations and feedback of the quiz and nowhere else. */
const PLANTED = SECRETS.filter((secret) => /\d|-/.test(secret));

/**
 * Every address for people who can't read the course's files: as a page and as its loaders' data, or where `asPages` is
 * false as data alone, of which pages are made, and which takes half of the time.
 */
async function readEverything(world: World, roles: readonly Role[], { asPages }: { asPages: boolean }): Promise<[place: string, text: string][]> {
  const texts: [string, string][] = [];
  const searches = PLANTED.map((word) => `/search?q=${encodeURIComponent(word)}`);
  const pages = new Set(listRoutes(build).filter(({ hasPage }) => hasPage).map(({ pattern }) => pattern));
  const addresses = Object.entries(ADDRESSES).filter(([pattern]) => !pattern.endsWith("/events")).flatMap(([pattern, list]) => list.map((address) => ({ address, hasPage: pages.has(pattern) })));
  for (const role of roles) {
    for (const { address, hasPage } of [...addresses, ...[`${QUIZ}?attempt=1`, `${QUIZ}?missing=1`].map((one) => ({ address: one, hasPage: true }))]) {
      const [path = "", query] = address.split("?");
      const hasData = path !== "/" && !path.includes("%");
      if (asPages || !hasData || !hasPage) texts.push([`${role} ${address}`, await read(world, role, address)]);
      if (hasData) texts.push([`${role} ${path}.data`, await read(world, role, `${path}.data${query ? `?${query}` : ""}`)]);
    }
  }
  // A search's own words come back in its page, so only what it found is looked at.
  for (const address of searches) {
    const word = decodeURIComponent(address.split("=")[1] ?? "");
    const text = await read(world, "learner", address);
    texts.push([address, text.includes(QUIZ) && /<mark/.test(text) ? word : ""]);
  }
  return texts;
}

async function read(world: World, role: Role, address: string): Promise<string> {
  return (await world.send(role, "GET", address)).text();
}

const listLeaks = (texts: readonly (readonly [place: string, text: string])[], allowed: readonly string[] = []) =>
  texts.flatMap(([place, text]) => PLANTED.filter((secret) => !allowed.includes(secret) && text.includes(secret)).map((secret) => `${place}: ${secret}`));

it("answers, explanations and feedback of a quiz are in no response before they are earned", async () => {
  const world = await makeWorld(build);
  try {
    const post = async (fields: Record<string, string>) => {
      const response = await world.send("learner", "POST", QUIZ, { body: new URLSearchParams(fields) });
      return [`POST ${fields["intent"]} ${response.headers.get("location") ?? ""}`, await response.text()] as const;
    };
    const open = async () => {
      const attempt = await findOpenAttempt(world.deps.db, { userId: "learner", courseId: "small", activityIds: ["start/check"] });
      if (!attempt) throw new Error("no attempt is open");
      return attempt;
    };
    const keep = async () => {
      const response = await world.send("learner", "POST", `${QUIZ}/answers?attempt=${(await open()).id}`, { body: JSON.stringify({ intent: "save", baseVersion: -1, files: { "q.text.text": "a guess" } }), headers: { "Content-Type": "application/json" } });
      // It was made of a state that nobody knows: what is kept comes back.
      expect(response.status).toBe(409);
      return ["POST /answers", await response.text()] as const;
    };
    const fill = async () => {
      const attempt = await open();
      const asked = readAsked(attempt);
      return { attempt: attempt.id, ...Object.fromEntries(asked.flatMap((question) => [[`was.${question.id}`, "-"], ...Object.entries(answerWrong(question)).map(([name, value]) => [`q.${question.id}.${name}`, value])])) };
    };

    expect(listLeaks(await readEverything(world, ["learner"], { asPages: true })), "not begun").toEqual([]);

    expect(listLeaks([await post({ intent: "start" })])).toEqual([]);
    expect(listLeaks([await keep(), await post({ intent: "submit", attempt: (await open()).id })])).toEqual([]);
    const opened = await readEverything(world, ["visitor", "newcomer", "learner", "other", "grader"], { asPages: true });
    expect(listLeaks(opened), "open").toEqual([]);
    // The walk did meet the quiz.
    expect(opened.filter(([, text]) => text.includes("several C")).map(([place]) => place)).toEqual(expect.arrayContaining([`learner ${QUIZ}`, `learner ${QUIZ}.data`]));

    expect(listLeaks([await post({ intent: "submit-anyway", ...(await fill()) })])).toEqual([]);
    // What the author says to the wrong choice is told; nothing else is.
    expect(listLeaks(await readEverything(world, ["learner"], { asPages: false }), ["feedback-single-wrong"]), "handed in once").toEqual([]);

    await post({ intent: "start" });
    await post({ intent: "submit-anyway", ...(await fill()) });
    // All attempts are used: now it is shown, to this learner and to nobody else.
    const shown = await readEverything(world, ["learner", "other"], { asPages: false });
    expect([...new Set(listLeaks(shown, ["feedback-single-wrong"]).map((leak) => leak.split(" ")[0]))]).toEqual(["learner"]);
    expect(listLeaks([[QUIZ, await read(world, "learner", QUIZ)]])).toEqual(expect.arrayContaining([`${QUIZ}: explain-single`, `${QUIZ}: accepted-text`, `${QUIZ}: 73.25`]));
  } finally {
    await world.close();
  }
}, 900_000);
