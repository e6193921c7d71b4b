import { z } from "zod";

/** Which editor somebody works in. */
export const editorForm = z.object({ editor: z.enum(["monaco", "plain"]) });
