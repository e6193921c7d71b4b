import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import { text as readAll } from "node:stream/consumers";
import { Writable } from "node:stream";
import type { Command } from "commander";
import { signUpForm } from "../../app/features/accounts/account-forms.ts";
import { addUser } from "../../app/features/accounts/add-user.server.ts";
import { makeId } from "../../app/make-id.server.ts";
import { parseSettings } from "../../app/settings.server.ts";
import { openDatabase } from "../../db/open-database.ts";
import { endWithSentence } from "../end-with-sentence.ts";
import { Unusable } from "../unusable.ts";
import { findErrorText } from "../../app/features/accounts/account-errors.ts";
import { messages } from "../../app/features/accounts/messages.ts";
import { createT } from "../../app/i18n/messages.ts";

interface AddOptions {
  email: string;
  name: string;
  administrator?: boolean;
  generate?: boolean;
}

export function addUserCommand(program: Command): void {
  program
    .command("user")
    .description("Look after accounts.")
    .command("add")
    .requiredOption("--email <email>", "what the person signs in with")
    .requiredOption("--name <name>", "what others see")
    .option("--administrator", "may do everything on this site")
    .option("--generate", "choose a password and print it; without this it is asked for, or read from standard input")
    .description("Add a person, e.g. the first administrator.")
    .action(endWithSentence(add));
}

async function add(options: AddOptions): Promise<void> {
  const settings = parseSettings(process.env);
  const password = options.generate ? randomBytes(12).toString("base64url") : await readPassword();
  const form = signUpForm.safeParse({ email: options.email, name: options.name, password });
  if (!form.success) throw new Unusable(form.error.issues.map((issue) => `${issue.path.join(".")}: ${wordError(issue.message)}`).join("\n"));
  const { email, name } = form.data;

  mkdirSync(dirname(resolve(settings.DATABASE_FILE)), { recursive: true });
  const db = openDatabase(settings.DATABASE_FILE);
  try {
    const id = await addUser({ db, now: () => new Date(), newId: makeId }, { email, name, password, isAdministrator: options.administrator ?? false });
    if (!id) throw new Unusable(`${email} has an account already. Nothing was changed.`);
  } finally {
    db.close();
  }
  console.log(`${email} can sign in${options.administrator ? ", as an administrator" : ""}.${options.generate ? ` The password is ${password}` : ""}`);
}

/** Asks at a terminal without showing what is typed; elsewhere reads the first line of standard input. */
async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await readAll(process.stdin)).split(/\r?\n/)[0] ?? "";
  process.stdout.write("Password (at least 10 characters, not shown): ");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await new Promise<string>((answer, refuse) => {
      terminal.once("line", answer);
      terminal.once("close", () => refuse(new Unusable("No password was typed. Nothing was changed.")));
    });
  } finally {
    terminal.close();
    process.stdout.write("\n");
  }
}

/** A refused field in words; the forms name only its code. */
function wordError(code: string): string {
  const key = findErrorText(code);
  return key === null ? code : createT(messages, "en")(key, { minutes: 1 });
}
