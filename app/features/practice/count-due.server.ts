import { countDueCards } from "../../../db/queries/practice-cards.ts";
import type { Deps } from "../../deps.server.ts";
import { refreshCards } from "./find-cards.server.ts";

/** How much waits to be recalled now. */
export async function countDue(deps: Pick<Deps, "db" | "catalog" | "now">, { userId }: { userId: string }): Promise<number> {
  await refreshCards(deps, { userId });
  return countDueCards(deps.db, { userId, before: deps.now() });
}
