import { ensureDeclinedOffer } from "../../../db/queries/hint-openings.ts";
import type { Lab } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { aboutOf } from "./stuck.ts";

/** What an offer was about, as its form sends it: nothing for the time, else the name of a test. */
export type DeclinedAbout = { kind: "time" } | { kind: "test"; name: string };

/** Puts an offer of help away for good; doing it again changes nothing. */
export async function declineOffer({ db, now }: Pick<Deps, "db" | "now">, { userId, lab, about }: { userId: string; lab: Lab; about: DeclinedAbout }): Promise<void> {
  const stuck = about.kind === "time" ? { kind: "time" as const, minutes: 0 } : { kind: "test" as const, name: about.name, times: 0 };
  await db.write((tx) => ensureDeclinedOffer(tx, { userId, courseId: lab.courseId, activityId: lab.id, about: aboutOf(stuck), at: now() }));
}
