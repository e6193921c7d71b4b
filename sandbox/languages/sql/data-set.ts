/** A file of `tests/*.sql`: a data set with comment lines at its head that say how a result is judged on it. Pure. */

export interface DataSet {
  /** Shown to the learner as the name of the test. */
  name: string;
  /** Rows are compared in their order; otherwise each row must be there as often as it should, anywhere. */
  ordered: boolean;
  /** The names of the columns count. */
  names: boolean;
  /** 2 and 2.0 are different. A number and a text that looks like it always are. */
  types: boolean;
  /** Asked after the script has run; its answer is compared instead of the script's own last result. */
  check: string | null;
  /** The whole file, which makes the tables. */
  sql: string;
}

const HEAD = /^--\s*(case|ordered|names|types|check)\s*:\s*(.*?)\s*$/i;
const YES = /^(?:true|yes|on|1)$/i;

/** Reads the head: the comment lines before the first statement. Comment lines that follow a `check` continue it. */
export function parseDataSet(path: string, text: string): DataSet {
  const set: DataSet = { name: path.replace(/^.*\//, "").replace(/\.sql$/i, ""), ordered: false, names: false, types: false, check: null, sql: text };
  let inCheck = false;
  for (const line of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    if (line.trim() === "") {
      inCheck = false;
      continue;
    }
    if (!line.startsWith("--")) break;
    const found = HEAD.exec(line);
    if (found === null) {
      if (inCheck) set.check += `\n${line.replace(/^--\s?/, "")}`;
      continue;
    }
    const [, key = "", value = ""] = found;
    const name = key.toLowerCase();
    inCheck = name === "check";
    if (name === "case" && value !== "") set.name = value;
    else if (name === "check") set.check = value;
    else if (name === "ordered" || name === "names" || name === "types") set[name] = YES.test(value);
  }
  if (set.check !== null && set.check.trim() === "") set.check = null;
  return set;
}
