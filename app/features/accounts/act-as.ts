/**
 * Who a page belongs to, said in the address of everything it sends. A page stays open while somebody else signs in in
 * the same browser: what it sends then must not land under their name. Pure.
 */
const ACT_AS = "as";

/** An address that names `person` (their tag); unchanged where nobody is signed in. */
export function nameActor(address: string, person: string | null): string {
  if (person === null) return address;
  const [beforeHash = "", ...hash] = address.split("#");
  const [path = "", query = ""] = beforeHash.split("?");
  const fields = new URLSearchParams(query);
  fields.set(ACT_AS, person);
  return [`${path}?${fields.toString()}`, ...hash].join("#");
}

/** The tag that an address names; null when it names nobody. */
export function readActor(url: string): string | null {
  return new URL(url).searchParams.get(ACT_AS);
}
