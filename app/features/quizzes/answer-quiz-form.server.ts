/** What the forms of a quiz's page post without scripts. */
import type { Quiz } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { notFound } from "../../web/require-user.server.ts";
import { buildActivityPath } from "../progress/activity-path.ts";
import { saveAnswers } from "./save-answers.server.ts";
import { startAttempt } from "./start-attempt.server.ts";
import { submitAttempt } from "./submit-attempt.server.ts";

/** @returns where to go on. @throws a Response when the form is none of this page */
export async function answerQuizForm(deps: Pick<Deps, "db" | "now" | "newId">, { userId, quiz, request }: { userId: string; quiz: Quiz; request: Request }): Promise<string> {
  const form = await request.formData().catch(() => new FormData());
  const path = buildActivityPath(quiz);
  const posted = { userId, quiz, attemptId: String(form.get("attempt") ?? ""), form };
  switch (form.get("intent")) {
    case "start":
      await startAttempt(deps, { userId, quiz });
      return path;
    case "save": {
      const answer = await saveAnswers(deps, posted);
      if (answer.kind === "unknown") throw notFound();
      return answer.kind === "closed" ? `${path}?attempt=${answer.number}` : `${path}?saved=1`;
    }
    case "submit":
    case "submit-anyway": {
      const answer = await submitAttempt(deps, { ...posted, isGapMeant: form.get("intent") === "submit-anyway" });
      if (answer.kind === "unknown") throw notFound();
      return answer.kind === "unanswered" ? `${path}?missing=1#missing` : `${path}?attempt=${answer.number}`;
    }
    default:
      throw notFound();
  }
}
