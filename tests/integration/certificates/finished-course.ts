import type { Deps } from "../../../app/deps.server.ts";
import { ensureCertificate } from "../../../app/features/certificates/ensure-certificate.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { ensureCompletion } from "../../../db/queries/completions.ts";
import { buildTestCatalog, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

export const ORIGIN = "https://learn.example.org";

export async function finish(deps: Pick<Deps, "db" | "now">, userId: string, activityId: string): Promise<void> {
  await deps.db.write((tx) => ensureCompletion(tx, { userId, courseId: "basics", activityId, reason: "marked", contentHash: "c", completedAt: deps.now() }));
}

/** Lena, who has finished the course `basics` of one lesson. */
export async function setUpFinished({ name = "lena" }: { name?: string } = {}) {
  const deps = makeTestDeps({ catalog: buildTestCatalog([testLesson()]) });
  const userId = await insertTestUser(deps, "lena", { name });
  await enroll(deps, { userId, courseId: "basics" });
  await finish(deps, userId, "start/hello");
  const ask = (with_: Deps = deps) => ensureCertificate(with_, { userId, courseId: "basics", origin: ORIGIN });
  const issue = async () => {
    const answer = await ask();
    if (answer.kind !== "issued") throw new Error(`no certificate: ${answer.kind}`);
    return answer.code;
  };
  return { deps, userId, ask, issue };
}
