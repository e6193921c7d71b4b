/** Names the draft of now among the sides of a comparison; attempts are named by their number. */
export const DRAFT_SIDE = "draft";
