import { lazy, type ComponentType, type LazyExoticComponent } from "react";

/**
 * A large part of a page that browsers load only where it is shown. The server has it at once, so that the page is
 * whole without scripts; a browser shows what the server drew until the part is there. Needs a `Suspense` around it.
 */
export async function pageOnDemand<P extends object>(load: () => Promise<ComponentType<P>>): Promise<ComponentType<P> | LazyExoticComponent<ComponentType<P>>> {
  return import.meta.env.SSR ? load() : lazy(async () => ({ default: await load() }));
}
