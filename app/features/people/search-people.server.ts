import { countPeople, listPeople, type Person } from "../../../db/queries/people.ts";
import type { Deps } from "../../deps.server.ts";
import { choosePage, PEOPLE_PER_PAGE } from "./people-rules.ts";

export interface PeoplePage {
  text: string;
  people: readonly Person[];
  count: number;
  page: number;
  pages: number;
}

/** One page of the people whose name or e-mail holds a text; all of them when it is empty. For administrators. */
export async function searchPeople({ db }: Pick<Deps, "db">, { text, page: written }: { text: string; page: string | null }): Promise<PeoplePage> {
  const people = await countPeople(db, { text });
  const { page, pages, offset } = choosePage(written, people);
  return { text, people: await listPeople(db, { text, offset, limit: PEOPLE_PER_PAGE }), count: people, page, pages };
}
