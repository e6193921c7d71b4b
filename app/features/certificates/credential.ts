/**
 * Certificates as Open Badges 3.0: an OpenBadgeCredential of W3C's Verifiable Credentials Data Model 2.0, its issuer, its
 * achievement and its list of revocations. Pure. Property names are the specification's (1EdTech Open Badges 3.0, B.1).
 */
import type { Course } from "../../catalog/catalog.ts";

const CONTEXT = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"] as const;
const SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";

interface Issued {
  code: string;
  name: string;
  courseId: string;
  courseTitle: string;
  courseSummary: string;
  outcomes: readonly string[];
  origin: string;
  issuedAt: Date;
}

/** Addresses of one certificate's parts. They are in signed files: they may never change. */
export function listCredentialAddresses({ origin, code }: Pick<Issued, "origin" | "code">) {
  const page = `${origin}/certificates/${code}`;
  return { page, credential: `${page}/credential.json`, status: `${page}/status.json`, subject: `${page}#learner` };
}

/** Who issues: the installation. @param origin its address, without a slash at the end */
export function buildIssuer(origin: string) {
  return { id: `${origin}/issuer`, type: ["Profile"], name: new URL(origin).host, url: origin };
}

/** What can be achieved: a course. */
export function buildAchievement({ origin, courseId, courseTitle, courseSummary, outcomes }: Pick<Issued, "origin" | "courseId" | "courseTitle" | "courseSummary" | "outcomes">) {
  return {
    id: `${origin}/achievements/${courseId}`,
    type: ["Achievement"],
    achievementType: "CertificateOfCompletion",
    name: courseTitle,
    description: courseSummary || courseTitle,
    criteria: { narrative: ["Finish every required activity of the course.", ...outcomes.map((outcome) => `- ${outcome}`)].join("\n") },
  };
}

/** The achievement of a course as it is today, for its own address. */
export function buildCourseAchievement(course: Course, origin: string) {
  const { id, title, summary, outcomes } = course;
  return { "@context": CONTEXT, ...buildAchievement({ origin, courseId: id, courseTitle: title, courseSummary: summary, outcomes }), creator: buildIssuer(origin) };
}

export function buildIssuerProfile(origin: string) {
  return { "@context": CONTEXT, ...buildIssuer(origin) };
}

/** The credential of a certificate: the same for ever, except for what its status list says. */
export function buildCredential(certificate: Issued) {
  const { origin, name, courseTitle, issuedAt } = certificate;
  const addresses = listCredentialAddresses(certificate);
  return {
    "@context": CONTEXT,
    id: addresses.credential,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    name: courseTitle,
    issuer: buildIssuer(origin),
    validFrom: formatTime(issuedAt),
    credentialSubject: {
      id: addresses.subject,
      type: ["AchievementSubject"],
      // The name and nothing else: whoever has the certificate's address can read this.
      identifier: [{ type: "IdentityObject", identityType: "name", identityHash: name, hashed: false }],
      achievement: buildAchievement(certificate),
    },
    credentialStatus: { id: addresses.status, type: "1EdTechRevocationList" },
    credentialSchema: [{ id: SCHEMA, type: "1EdTechJsonSchemaValidator2019" }],
  };
}

export type OpenBadgeCredential = ReturnType<typeof buildCredential>;

/** What a JWT carries of a credential: all of it, and the claims that the specification maps (8.2.4). */
export function buildClaims(credential: OpenBadgeCredential) {
  return { ...credential, iss: credential.issuer.id, jti: credential.id, sub: credential.credentialSubject.id, nbf: Date.parse(credential.validFrom) / 1_000 };
}

/** The revocations of one credential: a list each, because a common one would tell everybody the codes of all. */
export function buildStatusList({ revokedAt, revokedReason, ...certificate }: Pick<Issued, "origin" | "code"> & { revokedAt: Date | null; revokedReason: string | null }) {
  const { credential, status } = listCredentialAddresses(certificate);
  return {
    id: status,
    issuer: buildIssuer(certificate.origin).id,
    revokedCredential: revokedAt ? [{ id: credential, revoked: true, revocationReason: revokedReason ?? "" }] : [],
  };
}

/** A key's address: what the `kid` of a signature says, and where the key is. */
export function buildKeyAddress(origin: string, keyId: string): string {
  return `${origin}/issuer/keys/${keyId}`;
}

/** To the second, as an NumericDate is. */
function formatTime(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`;
}
