import type { Quiz } from "../../catalog/catalog.ts";

/** Whose attempts at which quiz, under all the ids that it ever had. */
export function buildAttemptsKey(userId: string, { courseId, id, aliases }: Quiz): { userId: string; courseId: string; activityIds: string[] } {
  return { userId, courseId, activityIds: [id, ...aliases] };
}
