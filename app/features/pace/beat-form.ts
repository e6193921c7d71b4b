import { z } from "zod";

/** What a page sends while somebody is active: seconds since the last time. */
export const beatForm = z.object({ seconds: z.coerce.number().int().min(1).max(3_600) });
