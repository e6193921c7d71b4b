/** The file system of a run: a tree in memory. Contents are bytes, one character each. */

interface FileNode {
  type: "file";
  bytes: string;
  mode: number;
  modifiedMs: number;
}
interface FolderNode {
  type: "folder";
  entries: Map<string, FileSystemNode>;
  mode: number;
  modifiedMs: number;
}
interface LinkNode {
  type: "link";
  target: string;
  mode: number;
  modifiedMs: number;
}
export type FileSystemNode = FileNode | FolderNode | LinkNode;

/** Told in the system's words: `No such file or directory`. */
export class FileError extends Error {
  readonly code: string;
  constructor(code: string, path: string) {
    super(`${code}: ${FILE_ERRORS[code] ?? code}, '${path}'`);
    this.code = code;
  }
  get reason(): string {
    return FILE_ERRORS[this.code] ?? this.code;
  }
}
const FILE_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: "No such file or directory", EISDIR: "Is a directory", ENOTDIR: "Not a directory", EEXIST: "File exists", ENOTEMPTY: "Directory not empty", EACCES: "Permission denied",
  ELOOP: "Too many levels of symbolic links", ENOSPC: "No space left on device", EINVAL: "Invalid argument", EROFS: "Read-only file system",
};

const MOST_BYTES = 24 * 1024 * 1024;
const MOST_NODES = 20_000;

export class Files {
  private readonly root: FolderNode;
  private bytes = 0;
  private nodes = 0;
  /** Paths that were written, removed or changed since the last look. */
  private readonly changed = new Set<string>();
  now: () => number;

  constructor(now: () => number) {
    this.now = now;
    this.root = { type: "folder", entries: new Map(), mode: 0o755, modifiedMs: 0 };
  }

  /** The absolute path without `.`, `..` and double slashes. */
  normalize(cwd: string, path: string): string {
    const parts: string[] = [];
    for (const part of (path.startsWith("/") ? path : `${cwd}/${path}`).split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "" && part !== ".") parts.push(part);
    }
    return `/${parts.join("/")}`;
  }

  /** The node and the path that it really has. `follow`: through a link at the end too. */
  private walk(path: string, follow: boolean, hops = 0): { node: FileSystemNode | undefined; parent: FolderNode | undefined; name: string; path: string } {
    if (hops > 20) throw new FileError("ELOOP", path);
    const parts = path.split("/").filter((part) => part !== "");
    let node: FileSystemNode = this.root;
    let parent: FolderNode | undefined;
    let at = "";
    for (const [index, part] of parts.entries()) {
      const folder: FileSystemNode = node;
      if (folder.type !== "folder") throw new FileError("ENOTDIR", path);
      const next = folder.entries.get(part);
      const last = index === parts.length - 1;
      if (next === undefined) {
        if (last) return { node: undefined, parent: folder, name: part, path: `${at}/${part}` };
        throw new FileError("ENOENT", path);
      }
      if (next.type === "link" && (!last || follow)) return this.walk(this.normalize(at === "" ? "/" : at, [next.target, ...parts.slice(index + 1)].join("/")), follow, hops + 1);
      parent = folder;
      node = next;
      at = `${at}/${part}`;
    }
    return { node, parent, name: parts[parts.length - 1] ?? "", path: at === "" ? "/" : at };
  }

  find(path: string, follow = true): FileSystemNode | undefined {
    try {
      return this.walk(path, follow).node;
    } catch (error) {
      if (error instanceof FileError) return undefined;
      throw error;
    }
  }

  require(path: string, follow = true): FileSystemNode {
    const { node } = this.walk(path, follow);
    if (node === undefined) throw new FileError("ENOENT", path);
    return node;
  }

  realPath(path: string): string {
    const found = this.walk(path, true);
    if (found.node === undefined) throw new FileError("ENOENT", path);
    return found.path;
  }

  isFolder(path: string): boolean {
    return this.find(path)?.type === "folder";
  }

  readBytes(path: string): string {
    const node = this.require(path);
    if (node.type === "folder") throw new FileError("EISDIR", path);
    return (node as FileNode).bytes;
  }

  private grow(bytes: number, nodes: number, path: string): void {
    this.bytes += bytes;
    this.nodes += nodes;
    if (this.bytes > MOST_BYTES || this.nodes > MOST_NODES) throw new FileError("ENOSPC", path);
  }

  private put(found: { parent: FolderNode | undefined; name: string; path: string }, node: FileSystemNode): void {
    if (found.parent === undefined) throw new FileError("EEXIST", found.path);
    this.grow(0, 1, found.path);
    found.parent.entries.set(found.name, node);
    this.changed.add(found.path);
  }

  /** The file for writing; made when it is not there. */
  openForWriting(path: string, truncate: boolean): FileNode & { path: string } {
    const found = this.walk(path, true);
    let { node } = found;
    if (node?.type === "folder") throw new FileError("EISDIR", path);
    if (node !== undefined && (node.mode & 0o222) === 0) throw new FileError("EACCES", path);
    if (node === undefined) {
      node = { type: "file", bytes: "", mode: 0o644, modifiedMs: this.now() };
      this.put(found, node);
    }
    const file = node as FileNode & { path: string };
    if (truncate && file.bytes !== "") {
      this.bytes -= file.bytes.length;
      file.bytes = "";
    }
    file.modifiedMs = this.now();
    file.path = found.path;
    this.changed.add(found.path);
    return file;
  }

  append(file: FileNode & { path: string }, bytes: string): void {
    this.grow(bytes.length, 0, file.path);
    file.bytes += bytes;
    this.changed.add(file.path);
  }

  writeBytes(path: string, bytes: string, mode?: number): void {
    const file = this.openForWriting(path, true);
    this.append(file, bytes);
    if (mode !== undefined) file.mode = mode;
  }

  makeFolder(path: string, parents: boolean): void {
    const parts = path.split("/").filter((part) => part !== "");
    for (let i = parents ? 1 : parts.length; i <= parts.length; i += 1) {
      const found = this.walk(`/${parts.slice(0, i).join("/")}`, true);
      if (found.node === undefined) this.put(found, { type: "folder", entries: new Map(), mode: 0o755, modifiedMs: this.now() });
      else if (found.node.type !== "folder" || !parents) throw new FileError("EEXIST", path);
    }
  }

  makeLink(target: string, path: string): void {
    const found = this.walk(path, false);
    if (found.node !== undefined) throw new FileError("EEXIST", path);
    this.put(found, { type: "link", target, mode: 0o777, modifiedMs: this.now() });
  }

  remove(path: string, recursive: boolean): void {
    const { node, parent, name, path: real } = this.walk(path, false);
    if (node === undefined || parent === undefined) throw new FileError("ENOENT", path);
    if (node.type === "folder" && !recursive && node.entries.size > 0) throw new FileError("ENOTEMPTY", path);
    for (const [below, one] of this.list(real)) {
      this.changed.add(below);
      this.grow(one.type === "file" ? -one.bytes.length : 0, -1, below);
    }
    if (node.type === "file") this.bytes -= node.bytes.length;
    this.nodes -= 1;
    parent.entries.delete(name);
    parent.modifiedMs = this.now();
    this.changed.add(real);
  }

  move(from: string, to: string): void {
    const source = this.walk(from, false);
    if (source.node === undefined || source.parent === undefined) throw new FileError("ENOENT", from);
    const target = this.walk(to, false);
    if (target.path === source.path) return;
    if (target.path.startsWith(`${source.path}/`)) throw new FileError("EINVAL", to);
    if (target.node !== undefined) this.remove(target.path, source.node.type === "folder");
    for (const [below] of this.list(source.path)) {
      this.changed.add(below);
      this.changed.add(target.path + below.slice(source.path.length));
    }
    source.parent.entries.delete(source.name);
    this.changed.add(source.path);
    this.nodes -= 1;
    this.put(target, source.node);
  }

  change(path: string, { mode, modifiedMs }: { mode?: number; modifiedMs?: number }): void {
    const { node, path: real } = this.walk(path, true);
    if (node === undefined) throw new FileError("ENOENT", path);
    if (mode !== undefined) node.mode = mode & 0o7777;
    if (modifiedMs !== undefined) node.modifiedMs = modifiedMs;
    this.changed.add(real);
  }

  /** All below a folder, deepest last. */
  list(path: string): [path: string, node: FileSystemNode][] {
    const node = this.find(path, false);
    if (node?.type !== "folder") return [];
    const out: [string, FileSystemNode][] = [];
    for (const [name, child] of node.entries) {
      const below = path === "/" ? `/${name}` : `${path}/${name}`;
      out.push([below, child]);
      if (child.type === "folder") out.push(...this.list(below));
    }
    return out;
  }

  names(path: string): string[] {
    const node = this.require(path);
    if (node.type !== "folder") throw new FileError("ENOTDIR", path);
    return [...node.entries.keys()].sort();
  }

  takeChanges(): string[] {
    const paths = [...this.changed];
    this.changed.clear();
    return paths;
  }
}
