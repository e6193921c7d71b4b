import { importJWK, SignJWT } from "jose";
import type { Certificate } from "../../../db/queries/certificates.ts";
import type { Deps } from "../../deps.server.ts";
import { buildClaims, buildCredential, buildKeyAddress } from "./credential.ts";
import { ensureSigningKey } from "./signing-key.server.ts";

/** A certificate's credential as a signed JWT (Open Badges 3.0, "JSON Web Token Proof Format"). Signing again gives the same text. */
export async function signCredential(deps: Pick<Deps, "db" | "now">, certificate: Certificate): Promise<string> {
  const { id, algorithm, privateJwk } = await ensureSigningKey(deps);
  const key = await importJWK({ ...privateJwk }, algorithm);
  return new SignJWT({ ...buildClaims(buildCredential(certificate)) }).setProtectedHeader({ alg: algorithm, typ: "JWT", kid: buildKeyAddress(certificate.origin, id) }).sign(key);
}
