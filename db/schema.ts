/** Every table, by area. Whoever adds an area adds its file and a line here. */
export * from "./schema/core.ts";
export * from "./schema/versions.ts";
export * from "./schema/plans.ts";
export * from "./schema/tasks.ts";
export * from "./schema/quizzes.ts";
export * from "./schema/help.ts";
export * from "./schema/notes.ts";
export * from "./schema/certificates.ts";
export * from "./schema/practice.ts";
