import { z } from "zod";

export const PROJECT_LIMITS = { link: 2_000, message: 5_000 } as const;

const NO_LINK = "Use an address that begins with https:// or http://, or leave it empty.";

/** A link that graders may open: http or https, without a user name in it that hides where it leads. Empty is none. */
const link = z
  .string()
  .trim()
  .max(PROJECT_LIMITS.link, `Use at most ${PROJECT_LIMITS.link} characters.`)
  .transform((written, context) => {
    if (written === "") return null;
    const url = URL.canParse(written) ? new URL(written) : null;
    if (url && (url.protocol === "https:" || url.protocol === "http:") && url.username === "" && url.password === "") return url.href;
    context.addIssue({ code: "custom", message: NO_LINK });
    return z.NEVER;
  });

const message = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(PROJECT_LIMITS.message, `Use at most ${PROJECT_LIMITS.message} characters.`))
  .transform((text) => (text === "" ? null : text));

/** What goes with the files of a project: a link and words for the grader, both optional. */
export const handInForm = z.object({
  link: link.optional().default(null),
  message: message.optional().default(null),
  idempotencyKey: z.string("Reload the page and try again."),
});

/** The same as the page's scripts send it. `files` are checked by the act, which knows the project. */
export const handInRequest = z.object({ files: z.unknown(), link: z.string().default(""), message: z.string().default(""), idempotencyKey: z.string() });

export type HandInForm = z.output<typeof handInForm>;
