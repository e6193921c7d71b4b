/** Names of strangers as paths of an archive. Pure. */

const LONGEST_NAME = 100;
/** Names that mean devices on Windows, with any ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const FORBIDDEN = /[<>:"|?*\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A path below the archive's root, whatever it was: no way out of the folder, nothing that a system refuses.
 * @param path with `/` or `\` between its parts
 */
export function buildSafePath(path: string): string {
  const parts = path.split(/[\\/]+/).filter((part) => part !== "" && part !== ".").map(buildSafeName);
  return parts.length === 0 ? "_" : parts.join("/");
}

function buildSafeName(name: string): string {
  const clean = [...name.normalize("NFC").replace(FORBIDDEN, "_")].slice(0, LONGEST_NAME).join("").replace(/[. ]+$/, "").replace(/^ +/, "");
  if (clean === "" || /^\.+$/.test(clean)) return "_";
  return DEVICES.test(clean) ? `_${clean}` : clean;
}

/** Gives each path once, also on systems that don't tell `A` from `a`: the next one gets a number. */
export function createPathSupply(): (path: string) => string {
  const given = new Set<string>();
  return (path) => {
    const safe = buildSafePath(path);
    const dot = safe.lastIndexOf(".");
    const [stem, ending] = dot > safe.lastIndexOf("/") + 1 ? [safe.slice(0, dot), safe.slice(dot)] : [safe, ""];
    let free = safe;
    for (let number = 2; given.has(free.toLowerCase()); number += 1) free = `${stem} (${number})${ending}`;
    given.add(free.toLowerCase());
    return free;
  };
}
