import { findPortfolioBySlug, putPortfolio } from "../../../db/queries/portfolios.ts";
import type { Deps } from "../../deps.server.ts";
import { listShowable } from "./list-showable.server.ts";
import { keyOf, readItems, type PortfolioForm } from "./portfolio-form.ts";

/** Stores a portfolio; what is not the person's own to show is left out. `taken`: the address is somebody else's. */
export async function savePortfolio(deps: Pick<Deps, "db" | "catalog" | "now">, { userId, form }: { userId: string; form: PortfolioForm }): Promise<"saved" | "taken"> {
  const { certificates, work } = await listShowable(deps, { userId });
  const own = new Set([...certificates.map(({ code }) => `certificate:${code}`), ...work.map(({ id }) => `work:${id}`)]);
  const items = readItems(form).filter((item) => own.has(keyOf(item)));
  const { slug, headline, about } = form;
  return deps.db.write(async (tx) => {
    const other = await findPortfolioBySlug(tx, { slug });
    if (other && other.userId !== userId) return "taken";
    await putPortfolio(tx, { userId, slug, headline, about, isPublic: form.isPublic === "on", isListed: form.isListed === "on", items, updatedAt: deps.now() });
    return "saved";
  });
}
