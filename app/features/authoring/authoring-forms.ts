/** What the pages of authors send. What is wrong with a field is a key of `refusals`. Pure. */
import { z } from "zod";
import { NEW_ACTIVITY_KINDS, NEW_LANGUAGES } from "./new-kinds.ts";
import type { RefusalKey } from "./refusals.ts";

/** A code of this form that the catalog has words for. */
const code = (key: RefusalKey): RefusalKey => key;

const title = z.string().trim().min(1, code("titleMissing")).max(120, code("titleLong")).refine((text) => !/\p{Cc}/u.test(text), code("titleCharacters"));
const slug = z.string().trim().toLowerCase().max(80, code("slugLong"));
const id = z.string().max(200);
const direction = z.enum(["up", "down"]);

/** Forms of the course's page. */
export const structureForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("move-activity"), id, direction }),
  z.object({ intent: z.literal("move-module"), id, direction }),
  z.object({ intent: z.literal("create-module"), title, slug: slug.default("") }),
  z.object({ intent: z.literal("create-activity"), moduleId: id, title, slug: slug.default(""), kind: z.enum(NEW_ACTIVITY_KINDS, code("kindMissing")), language: z.enum(NEW_LANGUAGES).default("javascript") }),
  z.object({ intent: z.literal("rename-activity"), id, title, slug: slug.min(1, code("slugMissing")), moduleId: id }),
  z.object({ intent: z.literal("rename-module"), id, title, slug: slug.min(1, code("slugMissing")) }),
  z.object({ intent: z.literal("remove-activity"), id }),
  z.object({ intent: z.literal("remove-module"), id }),
  z.object({ intent: z.literal("discard-all") }),
]);
export type StructureRequest = z.output<typeof structureForm>;

const path = z.string().max(1_000);
const version = z.coerce.number().int();

/** Forms of the editor's page; a picture comes as a file beside them. */
export const fileForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), path, version, text: z.string() }),
  z.object({ intent: z.literal("try"), path, version: version.optional(), text: z.string().optional() }),
  z.object({ intent: z.literal("add-file"), path, name: z.string().trim() }),
  z.object({ intent: z.literal("rename-file"), path, name: z.string().trim() }),
  z.object({ intent: z.literal("remove-file"), path }),
  z.object({ intent: z.literal("discard-file"), path }),
]);
export type FileRequest = z.output<typeof fileForm>;

/** The editor's own requests, as JSON. */
export const saveRequest = z.object({ path, version: z.number().int(), text: z.string() });
export const previewRequest = z.object({ path, text: z.string() });

/** Forms of the page before publishing. */
export const publishForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish"), seen: z.string().max(100), confirm: z.literal("yes").optional() }),
  z.object({ intent: z.literal("discard"), path }),
  z.object({ intent: z.literal("resolve"), path, version, diskHash: z.string().max(100), choice: z.enum(["mine", "theirs", "merged", "edited"]), text: z.string().optional() }),
]);
export type PublishRequest = z.output<typeof publishForm>;
