import { z } from "zod";

/** What the reader's browser sends while scrolling. */
export const positionForm = z.object({
  position: z.coerce.number("Send a number from 0 to 1.").min(0, "Send a number from 0 to 1.").max(1, "Send a number from 0 to 1.").describe("Share of the text above the top of the window."),
});

/** "Mark as complete" and its undoing. */
export const completeForm = z.object({ intent: z.enum(["complete", "reopen"], "Choose complete or reopen.").default("complete") });
