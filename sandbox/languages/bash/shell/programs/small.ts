/** Small programs that just-bash does not have. */
import { decodeUtf8 } from "../escapes.ts";
import { FileError } from "../files.ts";
import type { Program, Shell } from "../shell.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

const mktemp: Program = async (shell, args) => {
  const { files } = shell.system;
  const at = args.findIndex((arg) => arg === "-p");
  const folder = at >= 0 ? args[at + 1] ?? "/tmp" : args.find((arg) => arg.startsWith("--tmpdir="))?.slice(9) ?? null;
  const suffix = args.find((arg) => arg.startsWith("--suffix="))?.slice(9) ?? "";
  const given = args.find((arg, index) => !arg.startsWith("-") && (at < 0 || index !== at + 1));
  const template = given ?? "tmp.XXXXXXXXXX";
  if (!/X{3,}/.test(template)) {
    await shell.write(`mktemp: too few X's in template '${template}'\n`, 2);
    return 1;
  }
  const name = template.replace(/X{3,}(?!.*X{3,})/s, (run) => Array.from(run, () => LETTERS.charAt(Math.floor(shell.system.random() * LETTERS.length))).join("")) + suffix;
  const inside = folder ?? (given === undefined || args.includes("-t") || args.includes("--tmpdir") ? shell.get("TMPDIR") ?? "/tmp" : null);
  const path = inside === null ? name : `${inside}/${name}`;
  try {
    if (args.some((arg) => /^-[a-z]*d/.test(arg) || arg === "--directory")) files.makeFolder(files.normalize(shell.cwd, path), false);
    else if (!args.some((arg) => /^-[a-z]*u/.test(arg) || arg === "--dry-run")) files.writeBytes(files.normalize(shell.cwd, path), "", 0o600);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await shell.write(`mktemp: failed to create '${path}': ${error.reason}\n`, 2);
    return 1;
  }
  await shell.write(`${path}\n`);
  return 0;
};

const realpath: Program = async (shell, args) => {
  let status = 0;
  for (const path of args.filter((arg) => !arg.startsWith("-"))) {
    const absolute = shell.system.files.normalize(shell.cwd, path);
    try {
      await shell.write(`${args.includes("-m") || args.includes("-s") ? absolute : shell.system.files.find(absolute) === undefined && !args.includes("-e") ? absolute : shell.system.files.realPath(absolute)}\n`);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      await shell.write(`realpath: ${path}: ${error.reason}\n`, 2);
      status = 1;
    }
  }
  return status;
};

const readAll = async (shell: Shell): Promise<string> => decodeUtf8(await shell.input?.readAll() ?? "");

const shuf: Program = async (shell, args) => {
  let items: string[];
  const most = args.findIndex((arg) => arg === "-n");
  const fromRange = args.findIndex((arg) => /^-i|^--input-range/.test(arg));
  const repeat = args.includes("-r");
  if (fromRange >= 0) {
    const range = /(\d+)-(\d+)$/.exec((args[fromRange] as string).length > 2 ? args[fromRange] as string : args[fromRange + 1] ?? "");
    if (range === null || Number(range[2]) - Number(range[1]) > 100_000) {
      await shell.write("shuf: invalid input range\n", 2);
      return 1;
    }
    items = Array.from({ length: Number(range[2]) - Number(range[1]) + 1 }, (_one, index) => String(Number(range[1]) + index));
  } else if (args.includes("-e")) items = args.slice(args.indexOf("-e") + 1).filter((arg, index, all) => arg !== "-n" && all[index - 1] !== "-n" && arg !== "-r");
  else {
    const path = args.find((arg, index) => !arg.startsWith("-") && args[index - 1] !== "-n");
    const text = path === undefined || path === "-" ? await readAll(shell) : decodeUtf8(shell.system.files.readBytes(shell.system.files.normalize(shell.cwd, path)));
    items = text.replace(/\n$/, "").split("\n");
    if (text === "") items = [];
  }
  const compact = args.find((arg) => /^-n\d+$/.test(arg));
  const count = compact !== undefined ? Number(compact.slice(2)) : most >= 0 ? Number(args[most + 1]) : items.length;
  if (repeat) {
    for (let i = 0; i < Math.min(count, 1_000_000) && items.length > 0; i += 1) await shell.write(`${items[Math.floor(shell.system.random() * items.length)] ?? ""}\n`);
    return 0;
  }
  for (let i = items.length - 1; i > 0; i -= 1) {
    const other = Math.floor(shell.system.random() * (i + 1));
    [items[i], items[other]] = [items[other] as string, items[i] as string];
  }
  await shell.write(items.slice(0, count).map((item) => `${item}\n`).join(""));
  return 0;
};

const factor: Program = async (shell, args) => {
  for (const text of args.length > 0 ? args : (await readAll(shell)).split(/\s+/).filter((word) => word !== "")) {
    if (!/^\d+$/.test(text)) {
      await shell.write(`factor: '${text}' is not a valid positive integer\n`, 2);
      return 1;
    }
    let left = BigInt(text);
    const found: bigint[] = [];
    for (let by = 2n; by * by <= left; by += by === 2n ? 1n : 2n) {
      for (; left % by === 0n; left /= by) found.push(by);
    }
    if (left > 1n) found.push(left);
    await shell.write(`${text}:${found.map((one) => ` ${one}`).join("")}\n`);
  }
  return 0;
};

const cmp: Program = async (shell, args) => {
  const silent = args.includes("-s") || args.includes("--quiet");
  const [left = "", right = "-"] = args.filter((arg) => !arg.startsWith("-") || arg === "-");
  const read = async (path: string): Promise<string> => (path === "-" ? await shell.input?.readAll() ?? "" : shell.system.files.readBytes(shell.system.files.normalize(shell.cwd, path)));
  try {
    const [one, two] = [await read(left), await read(right)];
    if (one === two) return 0;
    let at = 0;
    while (at < one.length && at < two.length && one.charAt(at) === two.charAt(at)) at += 1;
    const line = one.slice(0, at).split("\n").length;
    if (!silent && (at >= one.length || at >= two.length)) await shell.write(`cmp: EOF on ${at >= one.length ? left : right} after byte ${at}, in line ${line}\n`, 2);
    else if (!silent) await shell.write(`${left} ${right} differ: byte ${at + 1}, line ${line}\n`);
    return 1;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    await shell.write(`cmp: ${error.reason}\n`, 2);
    return 2;
  }
};

const say = (text: string): Program => async (shell) => {
  await shell.write(`${text}\n`);
  return 0;
};
const uname: Program = async (shell, args) => {
  await shell.write(`${args.includes("-a") ? "Linux localhost 6.1.0 #1 SMP x86_64 GNU/Linux" : args.includes("-m") ? "x86_64" : args.includes("-n") ? "localhost" : args.includes("-r") ? "6.1.0" : "Linux"}\n`);
  return 0;
};
const id: Program = async (shell, args) => {
  await shell.write(args.includes("-u") || args.includes("-g") ? (args.includes("-n") ? "learner\n" : "1000\n") : args.includes("-un") || args.includes("-gn") ? "learner\n" : "uid=1000(learner) gid=1000(learner) groups=1000(learner)\n");
  return 0;
};
const tty: Program = async (shell) => {
  await shell.write("not a tty\n");
  return 1;
};

/** Programs that a script may ask for and that can't be had here: said, not guessed. */
const absent = (name: string): Program => async (shell) => {
  await shell.complain(`${name}: not available in this shell`);
  return 127;
};

export const small: readonly (readonly [string, Program])[] = [
  ["mktemp", mktemp], ["realpath", realpath], ["shuf", shuf], ["factor", factor], ["cmp", cmp], ["uname", uname], ["id", id], ["whoami", say("learner")], ["logname", say("learner")], ["nproc", say("1")], ["arch", say("x86_64")], ["tty", tty], ["sync", () => 0],
  ...["curl", "wget", "ssh", "python", "python3", "perl", "ruby", "node", "gcc", "make", "git", "dc", "vim", "nano", "sudo", "apt", "apt-get", "docker", "nc", "ping", "mkfifo", "tput", "stty", "ps", "top", "openssl"].map((name): readonly [string, Program] => [name, absent(name)]),
];
