import { describe, expect, it } from "vitest";
import { updateProfile } from "../../../app/features/accounts/update-profile.server.ts";
import { buildCertificatePdf } from "../../../app/features/certificates/certificate-pdf.server.ts";
import { ensureCertificate } from "../../../app/features/certificates/ensure-certificate.server.ts";
import { listEarned } from "../../../app/features/certificates/list-earned.server.ts";
import { openCertificate, openCertificates } from "../../../app/features/certificates/open-certificate.server.ts";
import { revokeCertificate, revokeForm } from "../../../app/features/certificates/revoke-certificate.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { CERTIFICATE_READS } from "../../../app/web/rate-limits.server.ts";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";
import { finish, ORIGIN, setUpFinished } from "./finished-course.ts";

const found = async (deps: Parameters<typeof openCertificate>[0], code: string) => {
  const answer = await openCertificate(deps, { code, address: "203.0.113.5" });
  if (answer.kind !== "found") throw new Error(`the certificate is not there: ${answer.kind}`);
  return answer.certificate;
};

describe("a certificate", () => {
  it("is issued once, however often it is asked for, with a code that can't be guessed", async () => {
    const { deps, userId, ask } = await setUpFinished();
    const codes = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(codes.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const [certificate, ...others] = await openCertificates(deps, { userId });
    expect(others).toEqual([]);
    expect(certificate).toMatchObject({ name: "lena", courseTitle: "The basics", outcomes: ["Add numbers"], rungs: [1], minutes: 10, revoked: null, issuer: "learn.example.org" });
    expect(certificate?.code).toMatch(/^[\w-]{24}$/);
    expect(certificate?.address).toBe(`${ORIGIN}/certificates/${certificate?.code}`);
  });

  it("is refused before everything that is owed is done, and to who is not enrolled", async () => {
    const deps = makeTestDeps({ catalog: buildTestCatalog([testLesson(), testLab()]) });
    const userId = await insertTestUser(deps, "lena");
    expect(await ensureCertificate(deps, { userId, courseId: "basics", origin: ORIGIN })).toEqual({ kind: "none" });
    await enroll(deps, { userId, courseId: "basics" });
    await finish(deps, userId, "start/hello");
    expect(await ensureCertificate(deps, { userId, courseId: "basics", origin: ORIGIN })).toEqual({ kind: "not-done", done: 1, total: 2 });
    expect(await ensureCertificate(deps, { userId, courseId: "none", origin: ORIGIN })).toEqual({ kind: "none" });
    await finish(deps, userId, "start/sum");
    expect(await ensureCertificate(deps, { userId, courseId: "basics", origin: ORIGIN })).toMatchObject({ kind: "issued" });
  });

  it("is offered for a finished course until it is asked for, and not before", async () => {
    const { deps, userId, issue } = await setUpFinished();
    expect(await listEarned(deps, { userId })).toEqual([{ id: "basics", title: "The basics" }]);
    await issue();
    expect(await listEarned(deps, { userId })).toEqual([]);
    const other = await insertTestUser(deps, "oskar");
    await enroll(deps, { userId: other, courseId: "basics" });
    expect(await listEarned(deps, { userId: other })).toEqual([]);
  });

  it("keeps the name and the course as they were", async () => {
    const { deps, userId, ask, issue } = await setUpFinished();
    const code = await issue();
    await updateProfile(deps, { name: "Somebody Else", editor: "plain" }, { userId });
    const grown = { ...deps, catalog: buildTestCatalog([testLesson({ title: "Other" }), testLab()]) };
    expect(await ask(grown)).toEqual({ kind: "issued", code });
    expect(await found(deps, code)).toMatchObject({ name: "lena", courseTitle: "The basics", rungs: [1] });
  });

  it("stays revoked, with the reason for everybody who looks", async () => {
    const { deps, ask, issue, userId } = await setUpFinished();
    const code = await issue();
    const byUserId = await insertTestUser(deps, "ada", { isAdministrator: true });
    expect(await revokeCertificate(deps, { code, reason: "Issued by mistake", byUserId })).toBe(true);
    expect(await revokeCertificate(deps, { code, reason: "Again", byUserId })).toBe(false);
    expect((await found(deps, code)).revoked).toEqual({ at: deps.now(), reason: "Issued by mistake" });
    expect(await ask()).toEqual({ kind: "issued", code });
    expect(await openCertificates(deps, { userId })).toHaveLength(1);
    expect(revokeForm.safeParse({ reason: " x " }).success).toBe(false);
  });

  it("is found by its code alone, and not by trying many", async () => {
    const { deps, issue } = await setUpFinished();
    const code = await issue();
    const look = (one: string) => openCertificate(deps, { code: one, address: "203.0.113.9" });
    expect((await look("nothing-has-this-code-00")).kind).toBe("none");
    expect((await look("' OR 1=1 --")).kind).toBe("none");
    for (let read = 2; read < CERTIFICATE_READS.perAddress; read += 1) await look("nothing-has-this-code-00");
    expect((await look(code)).kind).toBe("too-many");
    expect((await found(deps, code)).code).toBe(code);
  });

  it("shows nothing of the learner but the name", async () => {
    const { deps, issue, userId } = await setUpFinished();
    const text = JSON.stringify(await found(deps, await issue()));
    expect(text).not.toContain("@example.test");
    expect(text).not.toContain(`"${userId}-id`);
    expect(text).not.toMatch(/userId|email|revokedBy/);
  });
});

describe("the certificate on paper", () => {
  it("is a tagged PDF with title, language and every word in its structure", async () => {
    const { deps, issue } = await setUpFinished({ name: "محمد <b>\u{10FFFE}" });
    const text = Buffer.from(await buildCertificatePdf(await found(deps, await issue()), "es")).toString("latin1");
    const has = (part: string) => expect(text.includes(part), part).toBe(true);
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    has("/Marked true");
    has("/StructTreeRoot");
    has("/Lang (es)");
    has("/DisplayDocTitle true");
    has("pdfuaid");
    has("Certificado: The basics");
    has("/ActualText (Certificado)");
    // A name that no font can draw is still there for who listens or copies.
    has(utf16("محمد <b>\u{10FFFE}"));
  });
});

/** As PDF strings write what is not ASCII: big-endian, with a mark, and brackets escaped. */
function utf16(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  return bytes.toString("latin1").replace(/[\n\r\t\b\f()\\]/g, (sign) => ({ "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f" })[sign] ?? `\\${sign}`);
}
