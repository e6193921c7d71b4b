import { startSite, type SiteAddress } from "./fixtures/site.ts";

/** Where the workers of Playwright find the site: processes of their own, they read it out of the environment. */
const ADDRESS = "E2E_SITE";

/** One site for the whole run: starting one costs as much as several tests, and workers come and go. */
export default async function startSiteOnce() {
  const { stop, makePerson: _, ...address } = await startSite();
  process.env[ADDRESS] = JSON.stringify(address satisfies SiteAddress);
  return stop;
}

export function readSiteAddress(): SiteAddress {
  const address = process.env[ADDRESS];
  if (!address) throw new Error("No site was started: run these tests with the configuration of this project.");
  return JSON.parse(address) as SiteAddress;
}
