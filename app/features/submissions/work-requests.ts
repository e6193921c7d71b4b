import { z } from "zod";

/** What a page sends to run code. `files` are checked by the act, which knows the activity. `live`: nobody asked, it follows the typing. */
export const runRequest = z.object({ files: z.unknown(), live: z.boolean().optional() });

/** What a page sends to hand in a lab. */
export const submitRequest = z.object({ files: z.unknown(), idempotencyKey: z.string() });
