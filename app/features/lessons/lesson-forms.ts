import { z } from "zod";

/** What the reader's browser sends while scrolling. */
export const positionForm = z.object({
  position: z.coerce.number().min(0).max(1).describe("Share of the text above the top of the window."),
});

/** "Mark as complete" and its undoing. */
export const completeForm = z.object({ intent: z.enum(["complete", "reopen"]).default("complete") });
