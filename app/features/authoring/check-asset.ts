/** What may be uploaded under `assets/`. Pure. */
import type { Refusal } from "./refusals.ts";

export const ASSET_LIMIT_BYTES = 3 * 1024 * 1024;

/** Endings, and how a file of that kind begins; null where text or anything may come. */
const KINDS: Readonly<Record<string, readonly number[][] | null>> = {
  png: [[0x89, 0x50, 0x4e, 0x47]],
  jpg: [[0xff, 0xd8, 0xff]],
  jpeg: [[0xff, 0xd8, 0xff]],
  gif: [[0x47, 0x49, 0x46, 0x38]],
  webp: [[0x52, 0x49, 0x46, 0x46]],
  pdf: [[0x25, 0x50, 0x44, 0x46]],
  svg: null,
  csv: null,
  json: null,
  txt: null,
  vtt: null,
};

export const ASSET_ENDINGS = Object.keys(KINDS).map((ending) => `.${ending}`);

/** Null when the file may be stored, else why not. `start` are the first bytes of it, at least 16 where there are. */
export function findAssetFault({ name, bytes, start }: { name: string; bytes: number; start: Uint8Array }): Refusal | null {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (!name.includes(".") || !Object.hasOwn(KINDS, ending)) return { key: "assetKind", values: { endings: ASSET_ENDINGS.join(", ") } };
  if (bytes === 0) return { key: "assetEmpty" };
  if (bytes > ASSET_LIMIT_BYTES) return { key: "assetLarge", values: { most: ASSET_LIMIT_BYTES / 1024 / 1024 } };
  const beginnings = KINDS[ending] ?? null;
  if (beginnings && !beginnings.some((beginning) => beginning.every((byte, index) => start[index] === byte))) return { key: "assetOther", values: { kind: ending.toUpperCase() } };
  if (!beginnings && start.includes(0)) return { key: "assetNoText", values: { kind: ending.toUpperCase() } };
  return null;
}

/** A file name as somebody's computer has it, made into one that links can be written with: `My Plan (2).PNG` to `my-plan-2.png`. */
export function cleanAssetName(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1).normalize("NFKD").replace(/\p{M}/gu, "");
  const dot = base.lastIndexOf(".");
  const clean = (text: string) => (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).join("-");
  const stem = clean(dot < 0 ? base : base.slice(0, dot)).slice(0, 60) || "file";
  return dot < 0 ? stem : `${stem}.${clean(base.slice(dot + 1)).replaceAll("-", "").slice(0, 8)}`;
}
