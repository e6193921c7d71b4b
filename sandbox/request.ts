/** Checks a request before anything of it is parsed or sent on. Pure. */
import { DEFAULT_LIMITS, LIMIT_CEILINGS, SOURCE_LIMITS } from "./contract.ts";
import type { GradeRequest, Limits } from "./contract.ts";

/** Limits of a run: what was asked for, between a floor that can work and the ceilings. */
export function resolveLimits(asked: Partial<Limits> | undefined): Limits {
  const pick = (name: keyof Limits, floor: number): number => {
    const value = asked?.[name];
    return typeof value === "number" && Number.isFinite(value) ? Math.min(LIMIT_CEILINGS[name], Math.max(floor, value)) : DEFAULT_LIMITS[name];
  };
  return { cpuMs: pick("cpuMs", 50), wallMs: pick("wallMs", 100), memoryMb: pick("memoryMb", 16), outputKb: pick("outputKb", 1) };
}

/** For the person: why this can't be graded; null when it can. */
export function explainRequest(request: GradeRequest): string | null {
  const sources = [...Object.entries(request.files), ...request.tests.map(({ path, text }) => [path, text] as const)];
  if (sources.length > SOURCE_LIMITS.files) return `There are more than ${SOURCE_LIMITS.files} files.`;
  let total = 0;
  for (const [path, text] of sources) {
    if (!/^[\w@()+,~ .-]+(?:\/[\w@()+,~ .-]+)*$/.test(path) || path.length > 200 || path.split("/").some((part) => part === "." || part === "..")) {
      return `"${path.slice(0, 100)}" can't be the name of a file here.`;
    }
    const bytes = Buffer.byteLength(text, "utf8");
    if (bytes > SOURCE_LIMITS.fileBytes) return `${path} is larger than ${SOURCE_LIMITS.fileBytes / 1024} KB.`;
    total += bytes;
  }
  if (total > SOURCE_LIMITS.totalBytes) return `The files together are larger than ${SOURCE_LIMITS.totalBytes / 1024} KB.`;
  return null;
}
