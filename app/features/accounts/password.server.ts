import { hash, verify } from "@node-rs/argon2";

/** argon2id with the library's defaults: 19 MiB, 2 passes, one lane (OWASP's first recommendation). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

let hashOfNobody: Promise<string> | null = null;

/**
 * Whether the password fits. Without a hash (unknown person) it takes as long and says no, so that time does not
 * tell who has an account.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hash("nobody has this password");
  const fits = await verify(passwordHash ?? (await hashOfNobody), password).catch(() => false);
  return passwordHash !== null && fits;
}
