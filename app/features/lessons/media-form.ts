import { z } from "zod";
import { EMBED_HOSTS } from "../../catalog/embeds.ts";

const host = z.string().refine((name) => Object.hasOwn(EMBED_HOSTS, name));

/** How somebody likes lessons: the form they read them in, and sites whose videos load without asking. */
export const mediaForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("form"), form: z.enum(["text", "video"]), next: z.string().max(500).default("") }),
  z.object({ intent: z.literal("always"), host, next: z.string().max(500).default("") }),
  z.object({ intent: z.literal("forget"), host, next: z.string().max(500).default("") }),
]);
export type MediaForm = z.output<typeof mediaForm>;
