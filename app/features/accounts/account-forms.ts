/** Forms of accounts. What is wrong with a field is a code; `account-errors.ts` has its words. */
import { z } from "zod";

const email = z
  .string({ error: "email-missing" })
  .trim()
  .toLowerCase()
  .max(254, "email-long")
  .pipe(z.email("email-wrong"));

const name = z
  .string({ error: "name-missing" })
  .trim()
  .normalize("NFC")
  .min(1, "name-missing")
  .max(80, "name-long")
  // Control and direction characters would let a name rewrite the text around it.
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u, "name-characters");

/** Long rather than clever, as NIST SP 800-63B has it; the upper bound keeps hashing cheap. */
const newPassword = z
  .string({ error: "password-missing" })
  .min(10, "password-short")
  .max(200, "password-long");

export const signUpForm = z
  .object({ name, email, password: newPassword, next: z.string().optional() })
  .refine(({ email, password }) => password.toLowerCase() !== email, { path: ["password"], message: "password-is-email" });

export const signInForm = z.object({
  email: z.string().trim().toLowerCase().max(254).default(""),
  password: z.string().max(1_000).default(""),
  next: z.string().optional(),
});

export const changePasswordForm = z.object({
  currentPassword: z.string({ error: "password-now" }).max(1_000),
  newPassword,
});

export const profileForm = z.object({ name, editor: z.enum(["monaco", "plain"], "editor") });

export type SignUp = z.output<typeof signUpForm>;
export type SignIn = z.output<typeof signInForm>;
export type ChangePassword = z.output<typeof changePasswordForm>;
export type Profile = z.output<typeof profileForm>;
