import { insertUser } from "../../../db/queries/users.ts";
import type { Deps } from "../../deps.server.ts";
import { hashPassword } from "./password.server.ts";

export interface NewUser {
  /** Lower case, trimmed. */
  email: string;
  name: string;
  password: string;
  isAdministrator: boolean;
}

/** Adds a person from the command line: the id, or null when the e-mail has an account already. */
export async function addUser({ db, now, newId }: Pick<Deps, "db" | "now" | "newId">, user: NewUser): Promise<string | null> {
  const id = newId();
  const passwordHash = await hashPassword(user.password);
  const { email, name, isAdministrator } = user;
  const isNew = await db.write((tx) => insertUser(tx, { id, email, name, passwordHash, isAdministrator, createdAt: now() }));
  return isNew ? id : null;
}
