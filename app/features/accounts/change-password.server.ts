import { findUser, updatePasswordHash } from "../../../db/queries/users.ts";
import type { Deps } from "../../deps.server.ts";
import type { ChangePassword } from "./account-forms.ts";
import { hashPassword, verifyPassword } from "./password.server.ts";

export type ChangePasswordAnswer = { kind: "changed"; setCookie: string } | { kind: "wrong-password" } | { kind: "too-many-tries"; retryAfterS: number };

/** Changes a password, ends every session of this person, and begins a new one here. */
export async function changePassword(
  { db, sessions, rateLimits }: Pick<Deps, "db" | "sessions" | "rateLimits">,
  form: ChangePassword,
  { userId, address }: { userId: string; address: string },
): Promise<ChangePasswordAnswer> {
  const user = await findUser(db, { userId });
  if (!user) return { kind: "wrong-password" };
  const retryAfterS = await rateLimits.countSignIn({ account: user.email, address });
  if (retryAfterS !== null) return { kind: "too-many-tries", retryAfterS };
  if (!(await verifyPassword(user.passwordHash, form.currentPassword))) return { kind: "wrong-password" };

  await rateLimits.forgiveSignIn({ account: user.email });
  const passwordHash = await hashPassword(form.newPassword);
  await db.write((tx) => updatePasswordHash(tx, { userId, passwordHash }));
  await sessions.endAll(userId);
  return { kind: "changed", setCookie: await sessions.begin(userId) };
}
