import { describe, expect, it } from "vitest";
import { addUser } from "../../../app/features/accounts/add-user.server.ts";
import { changePassword } from "../../../app/features/accounts/change-password.server.ts";
import { signIn } from "../../../app/features/accounts/sign-in.server.ts";
import { signUp } from "../../../app/features/accounts/sign-up.server.ts";
import { updateProfile } from "../../../app/features/accounts/update-profile.server.ts";
import { SIGN_IN_TRIES } from "../../../app/web/rate-limits.server.ts";
import { findUserByEmail } from "../../../db/queries/users.ts";
import { sessions } from "../../../db/schema.ts";
import { makeTestDeps } from "../../helpers/test-deps.ts";

const lena = { name: "Lena", email: "lena@example.org", password: "a few words in a row" };
const here = { address: "192.0.2.1" };
const cookieOf = (setCookie: string) => setCookie.split(";")[0] ?? "";

async function signedUp() {
  const deps = makeTestDeps();
  const account = await signUp(deps, lena);
  if (!account) throw new Error("sign-up was refused");
  return { deps, ...account, cookie: cookieOf(account.setCookie) };
}

describe("signing up", () => {
  it("begins a session that names the person", async () => {
    const { deps, cookie, userId } = await signedUp();
    const { user } = await deps.sessions.readSession(cookie);
    expect(user).toEqual({ id: userId, name: "Lena", email: "lena@example.org", isAdministrator: false, editor: "monaco", language: null });
  });

  it("stores argon2id, never the password, and a hash of the session id", async () => {
    const { deps, cookie } = await signedUp();
    const stored = await findUserByEmail(deps.db, { email: lena.email });
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const [session] = await deps.db.select().from(sessions);
    expect(session?.id).toMatch(/^[\w-]{43}$/);
    expect(cookie).not.toContain(session?.id);
  });

  it("refuses an e-mail that is taken, also when two come at once", async () => {
    const deps = makeTestDeps();
    const both = await Promise.all([signUp(deps, lena), signUp(deps, lena)]);
    expect(both.filter((account) => account === null)).toHaveLength(1);
  });
});

describe("signing in", () => {
  it("takes the right password, and each session ends alone", async () => {
    const { deps, cookie } = await signedUp();
    const answer = await signIn(deps, lena, here);
    expect(answer.kind).toBe("signed-in");
    const second = cookieOf(answer.kind === "signed-in" ? answer.setCookie : "");
    expect(second).not.toBe(cookie);
    const { sessionId } = await deps.sessions.readSession(second);
    await deps.sessions.end(sessionId);
    expect((await deps.sessions.readSession(second)).user).toBeNull();
    expect((await deps.sessions.readSession(cookie)).user).not.toBeNull();
  });

  it("answers an unknown e-mail like a wrong password", async () => {
    const { deps } = await signedUp();
    const wrong = await signIn(deps, { ...lena, password: "wrong password" }, here);
    const unknown = await signIn(deps, { email: "nobody@example.org", password: lena.password }, here);
    expect(unknown).toEqual(wrong);
    expect(wrong).toEqual({ kind: "refused" });
  });

  it("stops the try after the last allowed one, even with the right password, and says how long to wait", async () => {
    const { deps } = await signedUp();
    for (let tries = 0; tries < SIGN_IN_TRIES.perAccount; tries++) await deps.rateLimits.countSignIn({ account: lena.email, address: here.address });
    const answer = await signIn(deps, lena, here);
    expect(answer).toMatchObject({ kind: "too-many-tries" });
    expect(answer.kind === "too-many-tries" && answer.retryAfterS).toBeGreaterThan(0);
  });

  it("counts an address over all accounts", async () => {
    const { deps } = await signedUp();
    for (let tries = 0; tries < SIGN_IN_TRIES.perAddress; tries++) await deps.rateLimits.countSignIn({ account: `${tries}@example.org`, address: here.address });
    expect((await signIn(deps, lena, here)).kind).toBe("too-many-tries");
    expect((await signIn(deps, lena, { address: "192.0.2.2" })).kind).toBe("signed-in");
  });

  it("gives a cookie that scripts cannot read and that https makes Secure", async () => {
    const { setCookie } = await signedUp();
    expect(setCookie).toMatch(/^rung=.*HttpOnly/);
    expect(setCookie).toContain("SameSite=Lax");
    expect(setCookie).not.toContain("Secure");
  });
});

describe("changing the password", () => {
  it("ends every session and begins a new one here", async () => {
    const { deps, cookie, userId } = await signedUp();
    const answer = await changePassword(deps, { currentPassword: lena.password, newPassword: "other words in a row" }, { userId, ...here });
    expect((await deps.sessions.readSession(cookie)).user).toBeNull();
    const fresh = cookieOf(answer.kind === "changed" ? answer.setCookie : "");
    expect((await deps.sessions.readSession(fresh)).user?.id).toBe(userId);
    expect((await signIn(deps, lena, here)).kind).toBe("refused");
    expect((await signIn(deps, { ...lena, password: "other words in a row" }, here)).kind).toBe("signed-in");
  });

  it("wants the password of now, and changes nothing without it", async () => {
    const { deps, cookie, userId } = await signedUp();
    const answer = await changePassword(deps, { currentPassword: "wrong", newPassword: "other words in a row" }, { userId, ...here });
    expect(answer).toEqual({ kind: "wrong-password" });
    expect((await deps.sessions.readSession(cookie)).user?.id).toBe(userId);
    expect((await signIn(deps, lena, here)).kind).toBe("signed-in");
  });
});

it("keeps a changed name and editor for the next request", async () => {
  const { deps, cookie, userId } = await signedUp();
  await updateProfile(deps, { name: "Lena O.", editor: "plain" }, { userId });
  expect((await deps.sessions.readSession(cookie)).user).toMatchObject({ name: "Lena O.", editor: "plain" });
});

it("adds an administrator from the command line once", async () => {
  const deps = makeTestDeps();
  const ada = { email: "ada@example.org", name: "Ada", password: "words in a row", isAdministrator: true };
  expect(await addUser(deps, ada)).toBe("id-1");
  expect(await addUser(deps, ada)).toBeNull();
  expect((await findUserByEmail(deps.db, { email: ada.email }))?.isAdministrator).toBe(true);
});
