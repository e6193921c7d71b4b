import { Ajv2019 } from "ajv/dist/2019.js";
import addFormats from "ajv-formats";
import { createLocalJWKSet, decodeProtectedHeader, importJWK, jwtVerify, type JWK } from "jose";
import { describe, expect, it } from "vitest";
import { buildCourseAchievement, buildCredential, buildStatusList } from "../../../app/features/certificates/credential.ts";
import { revokeCertificate } from "../../../app/features/certificates/revoke-certificate.server.ts";
import { signCredential } from "../../../app/features/certificates/sign-credential.server.ts";
import { ensureSigningKey, openKey, openKeySet } from "../../../app/features/certificates/signing-key.server.ts";
import { findCertificate } from "../../../db/queries/certificates.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";
import { OPEN_BADGE_CREDENTIAL_SCHEMA } from "../../fixtures/open-badge-credential.schema.ts";
import { ORIGIN, setUpFinished } from "./finished-course.ts";

const ajv = new Ajv2019({ strict: false, allErrors: true });
addFormats.default(ajv);
const isCredential = ajv.compile(OPEN_BADGE_CREDENTIAL_SCHEMA);

async function setUp() {
  const { deps, issue } = await setUpFinished();
  const code = await issue();
  const get = async () => {
    const row = await findCertificate(deps.db, { code });
    if (!row) throw new Error("the certificate is there");
    return row;
  };
  return { deps, code, get, row: await get() };
}

describe("the credential of a certificate", () => {
  it("has all that Open Badges 3.0 demands", async () => {
    const { row } = await setUp();
    const credential = JSON.parse(JSON.stringify(buildCredential(row))) as Record<string, unknown>;
    expect(isCredential(credential), JSON.stringify(isCredential.errors)).toBe(true);
    for (const required of OPEN_BADGE_CREDENTIAL_SCHEMA.required) {
      const { [required]: _left, ...rest } = credential;
      expect(isCredential(rest), `without ${required}`).toBe(false);
    }
  });

  it("says who, what and since when, and nothing else of the person", async () => {
    const { row, code } = await setUp();
    const credential = buildCredential(row);
    expect(credential).toMatchObject({
      id: `${ORIGIN}/certificates/${code}/credential.json`, issuer: { id: `${ORIGIN}/issuer` }, validFrom: "2026-03-02T18:00:00Z",
      credentialSubject: { identifier: [{ identityHash: "lena", identityType: "name" }], achievement: { id: `${ORIGIN}/achievements/basics`, name: "The basics", criteria: { narrative: expect.stringContaining("- Add numbers") } } },
    });
    expect(JSON.stringify(credential)).not.toContain("@example.test");
  });

  it("is signed so that anybody can verify it with the site's public keys", async () => {
    const { deps, row } = await setUp();
    const jwt = await signCredential(deps, row);
    const header = decodeProtectedHeader(jwt);
    expect(header).toEqual({ alg: "RS256", typ: "JWT", kid: expect.stringMatching(/^https:\/\/learn\.example\.org\/issuer\/keys\/[\w-]{43}$/) });
    const { keys } = await openKeySet(deps, { origin: ORIGIN });
    const { payload } = await jwtVerify(jwt, createLocalJWKSet({ keys: keys as JWK[] }), { issuer: `${ORIGIN}/issuer`, algorithms: ["RS256"], currentDate: deps.now() });
    const { iss, jti, sub, nbf, ...credential } = payload;
    expect(credential).toEqual(buildCredential(row));
    expect({ iss, jti, sub, nbf }).toEqual({ iss: `${ORIGIN}/issuer`, jti: credential.id, sub: `${ORIGIN}/certificates/${row.code}#learner`, nbf: deps.now().getTime() / 1_000 });
    expect(isCredential(credential)).toBe(true);
    // The address in `kid` gives the same key alone.
    const key = await openKey(deps, { keyId: header.kid?.split("/").at(-1) ?? "", origin: ORIGIN });
    await expect(jwtVerify(jwt, await importJWK(key as JWK, "RS256"), { currentDate: deps.now() })).resolves.toBeDefined();
    expect(await signCredential(deps, row)).toBe(jwt);
  });

  it("is refused when anything of it was changed, and by another site's key", async () => {
    const { deps, row } = await setUp();
    const jwt = await signCredential(deps, row);
    const [header, , signature] = jwt.split(".");
    const forged = Buffer.from(JSON.stringify({ ...buildCredential({ ...row, name: "Somebody Else" }), iss: `${ORIGIN}/issuer` })).toString("base64url");
    const ours = createLocalJWKSet({ keys: (await openKeySet(deps, { origin: ORIGIN })).keys as JWK[] });
    await expect(jwtVerify(`${header}.${forged}.${signature}`, ours, { currentDate: deps.now() })).rejects.toThrow(/signature/);
    const other = makeTestDeps();
    await ensureSigningKey(other);
    await expect(jwtVerify(jwt, createLocalJWKSet({ keys: (await openKeySet(other, { origin: ORIGIN })).keys as JWK[] }), { currentDate: deps.now() })).rejects.toThrow();
  });

  it("says by its own list when it was revoked, and names no other", async () => {
    const { deps, code, row, get } = await setUp();
    expect(buildStatusList(row)).toEqual({ id: buildCredential(row).credentialStatus.id, issuer: `${ORIGIN}/issuer`, revokedCredential: [] });
    const byUserId = await insertTestUser(deps, "ada");
    await revokeCertificate(deps, { code, reason: "By mistake", byUserId });
    expect(buildStatusList(await get()).revokedCredential).toEqual([{ id: buildCredential(row).id, revoked: true, revocationReason: "By mistake" }]);
  });

  it("leads to its achievement as the course is now", async () => {
    const { deps } = await setUp();
    const [course] = deps.catalog.courses;
    expect(course && buildCourseAchievement(course, ORIGIN)).toMatchObject({ id: `${ORIGIN}/achievements/basics`, type: ["Achievement"], name: "The basics", creator: { id: `${ORIGIN}/issuer` } });
  });
});

describe("the signing key", () => {
  it("is made once, and its secret half is in nothing that is public", async () => {
    const deps = makeTestDeps();
    expect(await openKeySet(deps, { origin: ORIGIN })).toEqual({ keys: [] });
    const [one, two] = await Promise.all([ensureSigningKey(deps), ensureSigningKey(deps)]);
    expect(one.id).toBe(two.id);
    expect((await ensureSigningKey(deps)).id).toBe(one.id);
    const { keys } = await openKeySet(deps, { origin: ORIGIN });
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([["alg", "e", "kid", "kty", "n", "use"]]);
    expect(JSON.stringify(keys)).not.toContain(one.privateJwk.d);
    expect(await openKey(deps, { keyId: "none", origin: ORIGIN })).toBeNull();
  });
});
