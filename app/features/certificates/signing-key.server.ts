import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { findNewestSigningKey, findPublicKey, insertSigningKey, listPublicKeys, type PublicKey, type SigningKey } from "../../../db/queries/signing-keys.ts";
import type { Deps } from "../../deps.server.ts";
import { buildKeyAddress } from "./credential.ts";

/** RS256, because it is the one algorithm that every verifier of Open Badges 3.0 must know. */
const ALGORITHM = "RS256";
/** More than enough for a site that makes a new key every ten years. */
const MOST_KEYS = 100;

/** The key that signs; made when it is first needed. Of two made at the same time the first stays. */
export async function ensureSigningKey({ db, now }: Pick<Deps, "db" | "now">): Promise<SigningKey> {
  const known = await findNewestSigningKey(db);
  if (known) return known;
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { modulusLength: 2048, extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const made: SigningKey = { id: await calculateJwkThumbprint(publicJwk), algorithm: ALGORITHM, publicJwk: { ...publicJwk }, privateJwk: { ...(await exportJWK(privateKey)) }, createdAt: now() };
  return db.write(async (tx) => {
    const first = await findNewestSigningKey(tx);
    if (first) return first;
    await insertSigningKey(tx, made);
    return made;
  });
}

/** A key as anybody may have it: the public numbers by name, so that no secret can slip in. */
export function buildPublicJwk({ id, algorithm, publicJwk }: PublicKey, origin: string) {
  const { kty, n, e } = publicJwk;
  return { kty, n, e, alg: algorithm, use: "sig", kid: buildKeyAddress(origin, id) };
}

export async function openKeySet({ db }: Pick<Deps, "db">, { origin }: { origin: string }) {
  return { keys: (await listPublicKeys(db, { limit: MOST_KEYS })).map((key) => buildPublicJwk(key, origin)) };
}

/** One public key by its id, or null. */
export async function openKey({ db }: Pick<Deps, "db">, { keyId, origin }: { keyId: string; origin: string }) {
  const key = await findPublicKey(db, { id: keyId });
  return key && buildPublicJwk(key, origin);
}
