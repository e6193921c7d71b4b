import { z } from "zod";
import type { ProjectRefusal } from "./refusals.ts";

/** What is wrong with a field, as a key of `projectRefusals`. */
const code = (key: ProjectRefusal["key"]) => key;

export const PROJECT_LIMITS = { link: 2_000, message: 5_000 } as const;

/** A link that graders may open: http or https, without a user name in it that hides where it leads. Empty is none. */
const link = z
  .string()
  .trim()
  .max(PROJECT_LIMITS.link, code("linkLong"))
  .transform((written, context) => {
    if (written === "") return null;
    const url = URL.canParse(written) ? new URL(written) : null;
    if (url && (url.protocol === "https:" || url.protocol === "http:") && url.username === "" && url.password === "") return url.href;
    context.addIssue({ code: "custom", message: code("linkWrong") });
    return z.NEVER;
  });

const message = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(PROJECT_LIMITS.message, code("messageLong")))
  .transform((text) => (text === "" ? null : text));

/** What goes with the files of a project: a link and words for the grader, both optional. */
export const handInForm = z.object({
  link: link.optional().default(null),
  message: message.optional().default(null),
  idempotencyKey: z.string(code("noKey")),
});

/** The same as the page's scripts send it. `files` are checked by the act, which knows the project. */
export const handInRequest = z.object({ files: z.unknown(), link: z.string().default(""), message: z.string().default(""), idempotencyKey: z.string() });

export type HandInForm = z.output<typeof handInForm>;
