/** `Files` with the face that just-bash's utilities ask for. */
import type { DirentEntry, FileContent, FsStat, IFileSystem } from "./just-bash.ts";
import { decodeUtf8, encodeUtf8 } from "./escapes.ts";
import { FileError } from "./files.ts";
import type { Files, FileSystemNode } from "./files.ts";

type Encoding = string | { encoding?: string | null } | undefined;
const isBinary = (encoding: Encoding): boolean => ["binary", "latin1"].includes((typeof encoding === "string" ? encoding : encoding?.encoding) ?? "");

function toBytes(content: FileContent, encoding: Encoding): string {
  if (typeof content === "string") return isBinary(encoding) ? content : encodeUtf8(content);
  let bytes = "";
  for (let i = 0; i < content.length; i += 8_192) bytes += String.fromCharCode(...content.subarray(i, i + 8_192));
  return bytes;
}
function toBuffer(bytes: string): Uint8Array {
  const buffer = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i += 1) buffer[i] = bytes.charCodeAt(i);
  return buffer;
}
function statOf(node: FileSystemNode): FsStat {
  return {
    isFile: node.type === "file", isDirectory: node.type === "folder", isSymbolicLink: node.type === "link", mode: node.mode,
    size: node.type === "file" ? node.bytes.length : node.type === "link" ? node.target.length : 4_096, mtime: new Date(node.modifiedMs),
  };
}

/** `descriptors` gives what is left to read of /dev/stdin and /dev/fd/N; undefined when there is none. */
export function viewFiles(files: Files, descriptors: (number: number) => Promise<string> | undefined): IFileSystem {
  const readBytes = async (path: string): Promise<string> => {
    const device = /^\/dev\/(?:fd\/(\d+)|stdin)$/.exec(path);
    const open = device === null ? undefined : descriptors(Number(device[1] ?? 0));
    if (open !== undefined) return open;
    if (path === "/dev/null") return "";
    return files.readBytes(path);
  };
  const exists = (path: string): boolean => files.find(path) !== undefined || /^\/dev\/(?:fd\/\d+|stdin|null)$/.test(path);
  const stat = (path: string, follow: boolean): FsStat => {
    if (/^\/dev\/(?:fd\/\d+|std\w+|null)$/.test(path)) return { isFile: true, isDirectory: false, isSymbolicLink: false, mode: 0o666, size: 0, mtime: new Date(0) };
    return statOf(files.require(path, follow));
  };
  const copy = (from: string, to: string, recursive: boolean): void => {
    const node = files.require(from);
    if (node.type === "folder") {
      if (!recursive) throw new FileError("EISDIR", from);
      files.makeFolder(to, true);
      for (const name of files.names(from)) copy(`${from}/${name}`, `${to}/${name}`, true);
    } else if (node.type === "file") files.writeBytes(to, node.bytes, node.mode);
  };
  return {
    readFile: async (path: string, encoding?: Encoding) => (isBinary(encoding) ? readBytes(path) : decodeUtf8(await readBytes(path))),
    readFileBytes: async (path: string) => (await readBytes(path)) as never,
    readFileBuffer: async (path: string) => toBuffer(await readBytes(path)),
    async writeFile(path: string, content: FileContent, encoding?: Encoding) {
      if (path !== "/dev/null") files.writeBytes(path, toBytes(content, encoding));
    },
    async appendFile(path: string, content: FileContent, encoding?: Encoding) {
      if (path !== "/dev/null") files.append(files.openForWriting(path, false), toBytes(content, encoding));
    },
    exists: async (path: string) => exists(path),
    stat: async (path: string) => stat(path, true),
    lstat: async (path: string) => stat(path, false),
    async mkdir(path: string, options?: { recursive?: boolean }) {
      files.makeFolder(path, options?.recursive === true);
    },
    readdir: async (path: string) => files.names(path),
    readdirWithFileTypes: async (path: string) => files.names(path).map((name): DirentEntry => {
      const node = files.require(`${path}/${name}`, false);
      return { name, isFile: node.type === "file", isDirectory: node.type === "folder", isSymbolicLink: node.type === "link" };
    }),
    async rm(path: string, options?: { recursive?: boolean; force?: boolean }) {
      if (options?.force === true && files.find(path, false) === undefined) return;
      files.remove(path, options?.recursive === true);
    },
    async cp(from: string, to: string, options?: { recursive?: boolean }) {
      copy(from, to, options?.recursive === true);
    },
    async mv(from: string, to: string) {
      files.move(from, to);
    },
    resolvePath: (base: string, path: string) => files.normalize(base, path),
    getAllPaths: () => files.list("/").map(([path]) => path),
    async chmod(path: string, mode: number) {
      files.change(path, { mode });
    },
    async symlink(target: string, path: string) {
      files.makeLink(target, path);
    },
    async link(from: string, to: string) {
      copy(from, to, false);
    },
    async readlink(path: string) {
      const node = files.require(path, false);
      if (node.type !== "link") throw new FileError("EINVAL", path);
      return node.target;
    },
    realpath: async (path: string) => files.realPath(path),
    async utimes(path: string, _accessed: Date, modified: Date) {
      files.change(path, { modifiedMs: modified.getTime() });
    },
  };
}
