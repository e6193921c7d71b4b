/** Of each run. Short, because most attacks use all the time that they get; an honest program waits on a busy machine for some of `wallMs`. */
export const LIMITS = { cpuMs: 500, wallMs: 8_000, memoryMb: 96, outputKb: 16 } as const;
