import { eq } from "drizzle-orm";
import type { Queryable } from "../open-database.ts";
import { portfolios } from "../schema.ts";

export type Portfolio = typeof portfolios.$inferSelect;
export type { PortfolioItem } from "../schema.ts";

/** Somebody's portfolio, or null before the first save. */
export async function findPortfolio(db: Queryable, { userId }: { userId: string }): Promise<Portfolio | null> {
  const [row] = await db.select().from(portfolios).where(eq(portfolios.userId, userId));
  return row ?? null;
}

/** The portfolio at an address, public or not. */
export async function findPortfolioBySlug(db: Queryable, { slug }: { slug: string }): Promise<Portfolio | null> {
  const [row] = await db.select().from(portfolios).where(eq(portfolios.slug, slug));
  return row ?? null;
}

/** Stores somebody's portfolio as it is now. */
export async function putPortfolio(tx: Queryable, row: Portfolio): Promise<void> {
  const { slug, headline, about, isPublic, isListed, items, updatedAt } = row;
  await tx.insert(portfolios).values(row).onConflictDoUpdate({ target: portfolios.userId, set: { slug, headline, about, isPublic, isListed, items, updatedAt } });
}
