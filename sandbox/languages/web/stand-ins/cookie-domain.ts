/** A page of a lab has one host, so the list of public suffixes is not needed. */
export default class CookieDomainUtility {
  static validateDomain(domain: string, hostname: string): string | null {
    return domain === "" || domain.replace(/^\./, "").toLowerCase() === hostname ? "" : null;
  }
  static domainMatches(hostname: string, domain: string): boolean {
    return hostname === domain;
  }
}
