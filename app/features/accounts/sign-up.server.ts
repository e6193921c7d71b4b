import { insertUser } from "../../../db/queries/users.ts";
import type { Deps } from "../../deps.server.ts";
import type { SignUp } from "./account-forms.ts";
import { hashPassword } from "./password.server.ts";

/** Makes an account and begins a session. Null when the e-mail has an account already. */
export async function signUp({ db, now, newId, sessions }: Pick<Deps, "db" | "now" | "newId" | "sessions">, form: SignUp): Promise<{ userId: string; setCookie: string } | null> {
  const userId = newId();
  const passwordHash = await hashPassword(form.password);
  const isNew = await db.write((tx) => insertUser(tx, { id: userId, email: form.email, name: form.name, passwordHash, createdAt: now() }));
  if (!isNew) return null;
  return { userId, setCookie: await sessions.begin(userId) };
}
