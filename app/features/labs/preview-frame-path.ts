/** Address of the empty document in which a web lab's page is shown. */
export const PREVIEW_FRAME_PATH = "/lab-preview";
