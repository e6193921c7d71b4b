/** Assignments, as commands and as arguments of `declare` and its kin. */
import type { ArrayItem, Assignment } from "./ast.ts";
import { ExpansionFailure } from "./control.ts";
import { expandText, expandWords } from "./expand.ts";
import { quoteWord } from "./quote.ts";
import type { Shell } from "./shell.ts";
import { BadSubscript, IndexedArray } from "./variables.ts";

/** Makes one assignment. What it says when traced. */
export async function assign(shell: Shell, assignment: Assignment): Promise<string> {
  const { name, index, append, items } = assignment;
  try {
    if (items !== null) {
      await assignItems(shell, name, items, append);
      return `${name}${append ? "+" : ""}=(…)`;
    }
    const text = assignment.value === null ? "" : await expandText(shell, assignment.value, "assignment");
    if (index === null) assignText(shell, name, text, append);
    else {
      const key = await expandText(shell, index);
      const before = append ? shell.element(name, key) ?? "" : "";
      const integer = append && shell.variables.find(name)?.integer === true;
      shell.setElement(name, key, integer ? `${before === "" ? "0" : before}+(${text})` : before + text);
    }
    return `${name}${append ? "+" : ""}=${/^[A-Za-z0-9_./:=-]*$/.test(text) ? text : quoteWord(text)}`;
  } catch (error) {
    if (error instanceof BadSubscript) {
      await shell.complain(error.message);
      throw new ExpansionFailure(error.message);
    }
    return shell.explain(error);
  }
}

function assignText(shell: Shell, name: string, text: string, append: boolean): void {
  if (!append) return shell.set(name, text);
  const before = shell.get(name) ?? "";
  shell.set(name, shell.variables.find(name)?.integer === true ? `${before === "" ? "0" : before}+(${text})` : before + text);
}

async function assignItems(shell: Shell, given: string, items: readonly ArrayItem[], append: boolean): Promise<void> {
  const { name } = shell.variables.resolve(given);
  const associative = shell.variables.isAssociative(name);
  // Values are expanded before the old ones go: x=("${x[@]}" more).
  const pairs: { key: string | null; append: boolean; text: string }[] = [];
  for (const item of items) {
    if (item.key !== null) pairs.push({ key: await expandText(shell, item.key), append: item.append, text: await expandText(shell, item.value, "assignment") });
    else for (const text of await expandWords(shell, [item.value])) pairs.push({ key: null, append: false, text });
  }
  const current = shell.variables.valueOf(name);
  let next = 0;
  if (append && !associative) {
    if (current instanceof IndexedArray) next = current.end;
    else if (typeof current === "string") {
      shell.variables.setValue(name, IndexedArray.of([current]));
      next = 1;
    } else if (current === null) shell.variables.clearArray(name, false);
  } else if (!append) shell.variables.clearArray(name, associative);
  if (associative) {
    for (let i = 0; i < pairs.length; i += 1) {
      const pair = pairs[i] as { key: string | null; append: boolean; text: string };
      if (pair.key !== null) shell.setElement(name, pair.key, pair.append ? (shell.element(name, pair.key) ?? "") + pair.text : pair.text);
      else {
        // (key value key value)
        i += 1;
        shell.setElement(name, pair.text, pairs[i]?.text ?? "");
      }
    }
    return;
  }
  for (const { key, text, append: add } of pairs) {
    if (key !== null) next = Number(shell.calculate(key));
    if (next < 0) throw new BadSubscript(`${name}[${next}]: bad array subscript`);
    const before = add ? shell.element(name, String(next)) ?? "" : "";
    shell.variables.setElement(name, next, shell.variables.find(name)?.integer === true ? String(shell.calculate(before + text)) : before + text);
    next += 1;
  }
}
