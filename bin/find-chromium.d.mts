export function findChromium(environment?: Record<string, string | undefined>): string | null;
export function ensureChromium(root: string, node: string): { path: string | null } | { problem: string };
