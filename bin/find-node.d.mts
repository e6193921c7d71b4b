export function findNode(root: string): { path?: string; problem?: string };
