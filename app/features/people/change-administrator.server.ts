import { countOtherAdministrators, findPerson, updateAdministrator } from "../../../db/queries/people.ts";
import type { Deps } from "../../deps.server.ts";
import type { AdministratorForm } from "./people-forms.ts";

/**
 * Makes somebody an administrator of the site, or ends it. The last one stays (`refused`): counted where it is changed, so that
 * two administrators who remove each other at once leave one. Null: there is no such person.
 */
export async function changeAdministrator(
  { db, log }: Pick<Deps, "db" | "log">,
  { change }: Pick<AdministratorForm, "change">,
  { userId, byUserId }: { userId: string; byUserId: string },
): Promise<{ kind: "changed" } | { kind: "refused" } | null> {
  const answer = await db.write(async (tx) => {
    const person = await findPerson(tx, { userId });
    if (!person) return null;
    // Who asked may have lost the role while this waited for its turn.
    if (!(await findPerson(tx, { userId: byUserId }))?.isAdministrator) return null;
    if (change === "take" && person.isAdministrator && (await countOtherAdministrators(tx, { userId })) === 0) {
      return { kind: "refused" } as const;
    }
    await updateAdministrator(tx, { userId, isAdministrator: change === "give" });
    return { kind: "changed" } as const;
  });
  if (answer?.kind === "changed") log.info({ event: "administrator-changed", userId, change, byUserId });
  return answer;
}
