import { findUserByEmail } from "../../../db/queries/users.ts";
import type { Deps } from "../../deps.server.ts";
import type { SignIn } from "./account-forms.ts";
import { verifyPassword } from "./password.server.ts";

export type SignInAnswer = { kind: "signed-in"; setCookie: string } | { kind: "refused" } | { kind: "too-many-tries"; retryAfterS: number };

/**
 * Checks a password and begins a session. An unknown e-mail, a wrong password and an account without one get the same
 * answer in the same time; tries count for the account and for the address.
 */
export async function signIn(
  { db, sessions, rateLimits }: Pick<Deps, "db" | "sessions" | "rateLimits">,
  form: SignIn,
  { address }: { address: string },
): Promise<SignInAnswer> {
  const retryAfterS = await rateLimits.countSignIn({ account: form.email, address });
  if (retryAfterS !== null) return { kind: "too-many-tries", retryAfterS };

  const user = await findUserByEmail(db, { email: form.email });
  const fits = await verifyPassword(user?.passwordHash ?? null, form.password);
  if (!user || !fits) return { kind: "refused" };

  await rateLimits.forgiveSignIn({ account: form.email });
  return { kind: "signed-in", setCookie: await sessions.begin(user.id) };
}
