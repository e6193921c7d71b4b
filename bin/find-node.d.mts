export interface Host {
  platform: string;
  arch: string;
  execPath: string;
  versions: { node: string };
}
export function findNode(root: string, host?: Host): { path?: string; problem?: string };
