/** `date`. */
import { formatDate, parseDate } from "../dates.ts";
import type { Program } from "../shell.ts";

export const date: Program = async (shell, args) => {
  let format = "%a %b %e %H:%M:%S %Z %Y";
  let ms = Math.floor(shell.system.now());
  const refuse = async (message: string): Promise<number> => {
    await shell.write(`date: ${message}\n`, 2);
    return 1;
  };
  const zone = shell.get("TZ") ?? "";
  if (zone !== "" && !/^:?(?:UTC|GMT|Etc\/UTC|UTC0|GMT0|Z)$/.test(zone) && !args.includes("-u")) return refuse(`the time zone ${zone} is not available in this shell; all times are UTC`);
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] as string;
    const given = /^(?:-d|--date=?)(.*)$/s.exec(arg);
    if (arg.startsWith("+")) format = arg.slice(1);
    else if (given !== null) {
      const text = given[1] === "" && !arg.endsWith("=") ? args[at += 1] ?? "" : given[1] as string;
      const read = parseDate(text, shell.system.now());
      if (read === null) return refuse(`invalid date '${text}'`);
      ms = read;
    } else if (/^(?:-u|--utc|--universal)$/.test(arg)) continue;
    else if (/^(?:-I|--iso-8601)(?:=?(?:date))?$/.test(arg)) format = "%Y-%m-%d";
    else if (/^(?:-I|--iso-8601=?)seconds$/.test(arg)) format = "%Y-%m-%dT%H:%M:%S+00:00";
    else if (arg === "-R" || arg === "--rfc-email") format = "%a, %d %b %Y %H:%M:%S +0000";
    else if (arg === "-r" || arg.startsWith("--reference=")) {
      const path = arg === "-r" ? args[at += 1] ?? "" : arg.slice(12);
      const node = shell.system.files.find(shell.system.files.normalize(shell.cwd, path));
      if (node === undefined) return refuse(`${path}: No such file or directory`);
      ms = Math.floor(node.modifiedMs);
    } else return refuse(arg.startsWith("-") ? `the option ${arg} is not available in this shell` : `invalid date '${arg}'`);
  }
  await shell.write(`${formatDate(format, ms)}\n`);
  return 0;
};
