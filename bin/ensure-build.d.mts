export function isBuildFresh(root: string): boolean;
export function ensureBuild(root: string, node: string): boolean;
