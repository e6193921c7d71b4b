import { expect, test } from "vitest";
import { administratorForm, roleForm, searchForm } from "../../../app/features/people/people-forms.ts";
import { choosePage, PEOPLE_PER_PAGE } from "../../../app/features/people/people-rules.ts";

test.each([
  [null, 0, 1, 1], ["1", 26, 1, 2], ["2", 26, 2, 2], ["3", 26, 2, 2], ["0", 26, 1, 2], ["-1", 26, 1, 2], ["x", 26, 1, 2], ["1e9", 26, 1, 2], ["99999999999", 26, 1, 2],
])("page %j of %i people is %i of %i", (written, people, page, pages) => {
  expect(choosePage(written, people)).toEqual({ page, pages, offset: (page - 1) * PEOPLE_PER_PAGE });
});

test("only known roles and changes", () => {
  const form = { courseId: "basics", role: "grader", change: "give" };
  expect(roleForm.parse({ ...form, isAdministrator: "true" })).toEqual(form);
  expect(roleForm.safeParse({ ...form, role: "administrator" }).success).toBe(false);
  expect(roleForm.safeParse({ ...form, change: "toggle" }).success).toBe(false);
});

test("an administrator is made only after it was confirmed", () => {
  expect(administratorForm.safeParse({ change: "give" }).success).toBe(false);
  expect(administratorForm.safeParse({ change: "give", confirmed: "yes" }).success).toBe(true);
});

test("a search is short text, or nothing", () => {
  expect(searchForm.parse({ q: " ada " }).q).toBe("ada");
  expect(searchForm.parse({ q: "x".repeat(101) }).q).toBe("");
});
