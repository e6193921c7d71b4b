import { updateEditor, updateName } from "../../../db/queries/users.ts";
import type { Deps } from "../../deps.server.ts";
import type { Profile } from "./account-forms.ts";

/** Changes a person's name and editor. */
export async function updateProfile({ db }: Pick<Deps, "db">, form: Profile, { userId }: { userId: string }): Promise<void> {
  await db.write(async (tx) => {
    await updateName(tx, { userId, name: form.name });
    await updateEditor(tx, { userId, editor: form.editor });
  });
}
