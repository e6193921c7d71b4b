/** What `rung doctor` looks at besides the languages: settings, versions, disk, database, content. */
import { access, constants, stat, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, resolve } from "node:path";
import { readContent } from "../app/catalog/read-content.server.ts";
import { parseSettings, SettingsProblem, type Settings } from "../app/settings.server.ts";
import { inspectDatabase, readSqliteVersion, SQLITE_FLOOR } from "../db/inspect-database.ts";
import type { Protection } from "../sandbox/contract.ts";
import { isBelow } from "../sandbox/layers.ts";

/** Environment variables, as of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** `note`: works, and could be better. */
export type CheckState = "fine" | "note" | "wrong";

export interface Check {
  name: string;
  state: CheckState;
  found: string;
  /** What to do; null when all is well. */
  remedy: string | null;
}

/** Below this a disk is about to be full, mebibytes. */
const DISK_FLOOR_MB = 512;
const DISK_NOTE_MB = 2_048;

const fine = (name: string, found: string): Check => ({ name, state: "fine", found, remedy: null });
const note = (name: string, found: string, remedy: string): Check => ({ name, state: "note", found, remedy });
const wrong = (name: string, found: string, remedy: string): Check => ({ name, state: "wrong", found, remedy });

/** The settings of this environment; the defaults when one is wrong. */
export function checkSettings(environment: Environment): { check: Check; settings: Settings } {
  try {
    return { check: fine("settings", "every one can be read"), settings: parseSettings(environment) };
  } catch (error) {
    if (!(error instanceof SettingsProblem)) throw error;
    return { check: wrong("settings", error.message.split("\n").slice(1).map((line) => line.trim()).join(" "), "Correct the environment variable; rung config prints each."), settings: parseSettings({}) };
  }
}

export function checkVersions({ versions, problem }: Pick<Protection, "versions" | "problem">): Check[] {
  return [
    ...versions.map(({ name, version, floor }): Check => ({ name, state: problem?.includes(version) ? "wrong" : "fine", found: `${version}, at least ${floor} is needed`, remedy: problem?.includes(version) ? problem : null })),
    checkSqlite(readSqliteVersion()),
  ];
}

export function checkSqlite(version: string): Check {
  const found = `${version}, at least ${SQLITE_FLOOR} is needed`;
  return isBelow(version, SQLITE_FLOOR) ? wrong("SQLite", found, "It comes with the package better-sqlite3: run npm ci.") : fine("SQLite", found);
}

export function checkLayers({ layers }: Pick<Protection, "layers">): Check[] {
  return layers.map(({ name, active, stops, detail, remedy }) => (active ? fine(name, detail) : note(name, `${detail} It would stop: ${stops.charAt(0).toLowerCase()}${stops.slice(1)}`, remedy ?? "")));
}

/** Room where the database grows and where workers have their folders. */
export async function checkDisk(databaseFile: string): Promise<Check[]> {
  const places = [...(databaseFile === ":memory:" ? [] : [["disk of the database", await findFolder(dirname(resolve(databaseFile)))]]), ["disk of temporary files", tmpdir()]] as [string, string][];
  return Promise.all(places.map(async ([name, folder]) => {
    const { bavail, bsize } = await statfs(folder);
    const freeMb = Math.floor((bavail * bsize) / 1_048_576);
    const found = `${freeMb >= 10_240 ? `${Math.floor(freeMb / 1_024)} GB` : `${freeMb} MB`} free at ${folder}`;
    if (freeMb < DISK_FLOOR_MB) return wrong(name, found, "Make room: on a full disk nothing that people hand in can be stored.");
    return freeMb < DISK_NOTE_MB ? note(name, found, "Make room before it is full.") : fine(name, found);
  }));
}

/** The nearest folder that is there: the database's own is made at the first start. */
async function findFolder(folder: string): Promise<string> {
  const isThere = await stat(folder).then((found) => found.isDirectory(), () => false);
  return isThere || dirname(folder) === folder ? folder : findFolder(dirname(folder));
}

/** Reads the whole database when there is one. */
export async function checkDatabase(file: string): Promise<Check> {
  const name = "database";
  if (file === ":memory:") return note(name, "in memory: nothing outlives the server", "Name a file with DATABASE_FILE.");
  if (!(await stat(file).then((found) => found.isFile(), () => false))) {
    const folder = await findFolder(dirname(resolve(file)));
    const canWrite = await access(folder, constants.W_OK).then(() => true, () => false);
    if (!canWrite) return wrong(name, `${file} is not there, and ${folder} can't be written`, "Give the server's user the folder, or name another file with DATABASE_FILE.");
    return fine(name, `${file} is not there yet; the first start makes it`);
  }
  try {
    const { bytes, damage, orphans, appliedMigrations, knownMigrations, isNewer } = inspectDatabase(file);
    const found = `${file}, ${(bytes / 1_048_576).toFixed(1)} MB, schema step ${appliedMigrations} of ${knownMigrations}`;
    if (damage.length > 0) return wrong(name, `${found}; damaged: ${damage[0]}`, "Stop the site, keep the file, and put a backup in its place.");
    if (isNewer) return wrong(name, `${found}; made by a newer version of Rung`, "Start that version, or put a backup of this one in its place.");
    if (orphans > 0) return wrong(name, `${found}; ${orphans} rows point at rows that are gone`, "Put a backup in its place, or tell the maintainers with the output of rung db check.");
    if (appliedMigrations < knownMigrations) return note(name, found, "The next start brings the schema up to date, after a backup of the file.");
    return fine(name, `${found}, sound`);
  } catch (error) {
    return wrong(name, error instanceof Error ? error.message : String(error), "Stop the site, keep the file, and put a backup in its place.");
  }
}

export async function checkContent(folder: string): Promise<Check> {
  const name = "content";
  const isReadable = await access(folder, constants.R_OK | constants.X_OK).then(() => true, () => false);
  if (!isReadable) return wrong(name, `${folder} is not there or can't be read`, "Name the folder that holds courses/ with CONTENT_DIR, and let the server's user read it.");
  const { courses, problems } = await readContent(folder);
  const found = `${resolve(folder)}: ${courses.length} ${courses.length === 1 ? "course" : "courses"}`;
  if (problems.length > 0) return note(name, `${found}, ${problems.length} ${problems.length === 1 ? "problem" : "problems"}`, `See them with rung check ${folder}.`);
  return courses.length === 0 ? note(name, found, "A folder below courses/ with a course.md makes one.") : fine(name, found);
}
