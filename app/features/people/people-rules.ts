/** Roles as the administrator's page gives and takes them. Pure. */
export const COURSE_ROLES = ["learner", "instructor", "grader"] as const;
export type PersonRole = (typeof COURSE_ROLES)[number];

/** People on one page of the list. */
export const PEOPLE_PER_PAGE = 25;

/** Which page of how many, from what an address says: out of range is the nearest. */
export function choosePage(written: string | null, people: number): { page: number; pages: number; offset: number } {
  const pages = Math.max(1, Math.ceil(people / PEOPLE_PER_PAGE));
  const asked = /^\d{1,6}$/.test(written ?? "") ? Number(written) : 1;
  const page = Math.min(Math.max(1, asked), pages);
  return { page, pages, offset: (page - 1) * PEOPLE_PER_PAGE };
}
