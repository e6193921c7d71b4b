export function ensurePackages(root: string, options: { withTools: boolean }): boolean;
export function arePackagesInstalled(root: string, options: { withTools: boolean }): boolean;
