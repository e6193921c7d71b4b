/** The wheels that an operator gives: which they are, and whether they can be used. */
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** `name-version(-build)-python-abi-platform.whl` */
const WHEEL_NAME = /^([A-Za-z0-9_.]+)-([^-]+)(?:-[^-]+)?-([^-]+)-([^-]+)-([^-]+)\.whl$/;
const ZIP_START = Buffer.from("PK\u0003\u0004");
const ZIP_END = Buffer.from("PK\u0005\u0006");

/** Absolute paths of the wheels in `folder`, in order of their names. Throws a sentence for the operator that names what is wrong. */
export function findWheels(folder: string): string[] {
  const wheels: string[] = [];
  for (const name of listFolder(folder)) {
    if (!name.endsWith(".whl")) continue;
    const path = join(realpathSync(folder), name);
    const parts = WHEEL_NAME.exec(name);
    if (parts === null) throw new Error(`RUNG_PYTHON_WHEELS: ${path} is not named like a wheel (name-version-py3-none-any.whl).`);
    if (!/(^|\.)py3/.test(parts[3] ?? "") || parts[4] !== "none" || parts[5] !== "any") {
      throw new Error(`RUNG_PYTHON_WHEELS: ${path} is not a wheel of pure Python (…-py3-none-any.whl): code for a machine can't run here.`);
    }
    const bytes = readFileSync(path);
    if (!bytes.subarray(0, ZIP_START.length).equals(ZIP_START) || bytes.lastIndexOf(ZIP_END) < 0) throw new Error(`RUNG_PYTHON_WHEELS: ${path} is no whole zip archive. Was it downloaded to its end?`);
    if (!bytes.includes(".dist-info/WHEEL")) throw new Error(`RUNG_PYTHON_WHEELS: ${path} is a zip archive but no wheel: there is no WHEEL file in it.`);
    wheels.push(path);
  }
  return wheels;
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw new Error(`RUNG_PYTHON_WHEELS: the folder ${folder} can't be read.`, { cause: error });
  }
}
