import { updateEditor, type EditorChoice } from "../../../db/queries/users.ts";
import type { Deps } from "../../deps.server.ts";

/** Remembers on the person which editor they work in. */
export async function chooseEditor({ db }: Pick<Deps, "db">, choice: { userId: string; editor: EditorChoice }): Promise<void> {
  await db.write((tx) => updateEditor(tx, choice));
}
