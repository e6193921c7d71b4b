import { z } from "zod";

const email = z
  .string({ error: "Type your e-mail address." })
  .trim()
  .toLowerCase()
  .max(254, "That is longer than an e-mail address can be.")
  .pipe(z.email("That is not an e-mail address. It looks like name@example.org."));

const name = z
  .string({ error: "Type the name that graders and certificates show." })
  .trim()
  .normalize("NFC")
  .min(1, "Type the name that graders and certificates show.")
  .max(80, "Use at most 80 characters.")
  // Control and direction characters would let a name rewrite the text around it.
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u, "Use letters, digits, spaces and punctuation only.");

/** Long rather than clever, as NIST SP 800-63B has it; the upper bound keeps hashing cheap. */
const newPassword = z
  .string({ error: "Choose a password." })
  .min(10, "Use at least 10 characters. A few words in a row are easy to remember.")
  .max(200, "Use at most 200 characters.");

export const signUpForm = z
  .object({ name, email, password: newPassword, next: z.string().optional() })
  .refine(({ email, password }) => password.toLowerCase() !== email, { path: ["password"], message: "The password must not be the e-mail address." });

export const signInForm = z.object({
  email: z.string().trim().toLowerCase().max(254).default(""),
  password: z.string().max(1_000).default(""),
  next: z.string().optional(),
});

export const changePasswordForm = z.object({
  currentPassword: z.string({ error: "Type your password of now." }).max(1_000),
  newPassword,
});

export const profileForm = z.object({ name, editor: z.enum(["monaco", "plain"], "Choose one of the two editors.") });

export type SignUp = z.output<typeof signUpForm>;
export type SignIn = z.output<typeof signInForm>;
export type ChangePassword = z.output<typeof changePasswordForm>;
export type Profile = z.output<typeof profileForm>;
