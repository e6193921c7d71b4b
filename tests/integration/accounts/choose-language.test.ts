import { expect, it } from "vitest";
import { findUser } from "../../../db/queries/users.ts";
import { languageForm } from "../../../app/features/accounts/language-form.ts";
import { chooseLanguage } from "../../../app/features/accounts/choose-language.server.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

it("stores a person's language with them and in their browser", async () => {
  const deps = await makeTestDeps();
  await insertTestUser(deps, "lena");
  const { setCookie } = await chooseLanguage(deps, { userId: "lena", language: "es" });
  expect(setCookie).toMatch(/^rung-language=es; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  expect((await findUser(deps.db, { userId: "lena" }))?.language).toBe("es");
});

it("stores a visitor's language in the browser alone", async () => {
  const deps = await makeTestDeps();
  expect((await chooseLanguage(deps, { userId: null, language: "es" })).setCookie).toContain("rung-language=es");
});

it("takes no language that the interface does not speak", () => {
  expect(languageForm.safeParse({ language: "tlh" }).success).toBe(false);
  expect(languageForm.safeParse({ language: "es\r\nSet-Cookie: x=y" }).success).toBe(false);
});
