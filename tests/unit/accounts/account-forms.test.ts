import { describe, expect, it } from "vitest";
import { signUpForm } from "../../../app/features/accounts/account-forms.ts";

const good = { name: "Lena Okafor", email: " Lena@Example.org ", password: "a few words in a row" };
const wrongFields = (form: object) => [...new Set(signUpForm.safeParse(form).error?.issues.map((issue) => issue.path[0]))];

describe("the sign-up form", () => {
  it("takes names of all alphabets and folds the e-mail", () => {
    expect(signUpForm.parse({ ...good, name: "  Nguyễn Thị Ánh " })).toMatchObject({ name: "Nguyễn Thị Ánh", email: "lena@example.org" });
  });

  it.each([
    [{ ...good, name: " " }, "name"],
    [{ ...good, name: "x".repeat(81) }, "name"],
    [{ ...good, name: "Lena\u202Eadmin" }, "name"],
    [{ ...good, name: "Lena\nAdmin" }, "name"],
    [{ ...good, email: "lena" }, "email"],
    [{ ...good, email: `${"x".repeat(250)}@example.org` }, "email"],
    [{ ...good, password: "short" }, "password"],
    [{ ...good, password: "x".repeat(201) }, "password"],
    [{ ...good, password: "lena@example.org" }, "password"],
  ])("refuses %j", (form, field) => {
    expect(wrongFields(form)).toEqual([field]);
  });

  it("asks for what is missing", () => {
    expect(wrongFields({})).toEqual(["name", "email", "password"]);
  });
});
