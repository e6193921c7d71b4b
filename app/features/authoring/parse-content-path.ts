/**
 * The one check of every path that a page names inside a course folder. Pure: whether something on the way is a
 * link is looked at where files are opened and written.
 */

export type ParsedPath = { ok: true; path: string } | { ok: false; message: string };

export const PATH_LIMITS = { characters: 240, names: 8, nameCharacters: 100 } as const;

/** Control, format and bidirectional characters, separators of any system, and what a shell or Windows trips over. */
const HOSTILE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{FFFD}\\:*?"<>|]/u;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?$/i;
/** What reading a content folder leaves out: a file of such a name would be published and never seen again. */
const IGNORED = /^(?:node_modules|thumbs\.db|desktop\.ini|.*~)$/i;

/**
 * A path from the course folder, with `/`, in Unicode's composed form (NFC); or a sentence that says what is wrong.
 * Refused: empty names, `.` and `..`, absolute paths, drive letters, backslashes, control and invisible characters,
 * hidden files, names of devices, names that readers ignore, and what is too long or too deep.
 */
export function parseContentPath(value: unknown): ParsedPath {
  if (typeof value !== "string" || value === "") return refuse("Write the name of a file.");
  const path = value.normalize("NFC");
  if (path.length > PATH_LIMITS.characters) return refuse(`The path is too long: at most ${PATH_LIMITS.characters} characters.`);
  if (HOSTILE.test(path)) return refuse("The name has characters that files of a course can't have. Use letters, digits, hyphens, dots and underscores.");
  const names = path.split("/");
  if (names.length > PATH_LIMITS.names) return refuse(`The path is too deep: at most ${PATH_LIMITS.names} names, one below the other.`);
  for (const name of names) {
    const fault = findFault(name);
    if (fault) return refuse(fault);
  }
  return { ok: true, path };
}

function findFault(name: string): string | null {
  if (name === "") return "A path has no empty names, and begins and ends without a slash.";
  if (name.startsWith(".")) return "Names don't begin with a dot: hidden files are not part of a course.";
  if (/^[\s-]|[\s.]$/u.test(name)) return "Names don't begin with a space or hyphen, and don't end in a space or dot.";
  if (name.length > PATH_LIMITS.nameCharacters) return `A name is too long: at most ${PATH_LIMITS.nameCharacters} characters.`;
  if (DEVICE.test(name)) return "This name belongs to a device on some computers. Choose another one.";
  if (IGNORED.test(name)) return "Files of this name are left out of courses. Choose another one.";
  return null;
}

function refuse(message: string): ParsedPath {
  return { ok: false, message };
}

/**
 * What stands in the way of a new file: another one of this name, or of one that differs in upper and lower case
 * only, or a file where the path needs a folder. Null when nothing does.
 */
export function findPathClash(existing: Iterable<string>, path: string): string | null {
  const wanted = path.toLowerCase();
  for (const other of existing) {
    const known = other.toLowerCase();
    if (known === wanted) return other === path ? "There is already a file of this name." : `There is already \`${other}\`, and some computers can't tell the two apart.`;
    if (wanted.startsWith(`${known}/`)) return `\`${other}\` is a file, so nothing can be below it.`;
    if (known.startsWith(`${wanted}/`)) return "There is already a folder of this name.";
  }
  return null;
}

/** Whether a file is a picture or data: anything below a folder `assets`. All other files are text. */
export function isAssetPath(path: string): boolean {
  return path.split("/").slice(0, -1).includes("assets");
}
