import { asc, desc, eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { signingKeys } from "../schema.ts";

export type SigningKey = typeof signingKeys.$inferSelect;
/** What anybody may have of a key. */
export type PublicKey = Omit<SigningKey, "privateJwk">;

const PUBLIC_COLUMNS = { id: signingKeys.id, algorithm: signingKeys.algorithm, publicJwk: signingKeys.publicJwk, createdAt: signingKeys.createdAt };

/** The key that signs, its secret half included; null before the first is made. */
export async function findNewestSigningKey(db: Queryable): Promise<SigningKey | null> {
  const [row] = await db.select().from(signingKeys).orderBy(desc(signingKeys.createdAt), desc(signingKeys.id)).limit(1);
  return row ?? null;
}

export async function findPublicKey(db: Queryable, { id }: { id: string }): Promise<PublicKey | null> {
  const [row] = await db.select(PUBLIC_COLUMNS).from(signingKeys).where(eq(signingKeys.id, id));
  return row ?? null;
}

/** The public halves of the oldest keys, in the order in which they were made. */
export async function listPublicKeys(db: Queryable, { limit }: { limit: number }): Promise<PublicKey[]> {
  return db.select(PUBLIC_COLUMNS).from(signingKeys).orderBy(asc(signingKeys.createdAt), asc(signingKeys.id)).limit(limit);
}

export async function insertSigningKey(tx: Queryable, row: SigningKey): Promise<void> {
  await tx.insert(signingKeys).values(row);
}
