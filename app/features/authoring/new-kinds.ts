/** What can be made anew on the pages of authors. */
export const NEW_ACTIVITY_KINDS = ["lesson", "lab", "project", "quiz", "survey"] as const;
export type NewActivityKind = (typeof NEW_ACTIVITY_KINDS)[number];
export const NEW_LANGUAGES = ["javascript", "typescript"] as const;
export type NewLanguage = (typeof NEW_LANGUAGES)[number];
