/** The address of an activity's page. Its resource routes (`/draft`, `/run`, `/complete` …) are below it. */
export function buildActivityPath({ courseId, id }: { courseId: string; /** `module/activity` */ id: string }): string {
  return `/courses/${courseId}/${id}`;
}
