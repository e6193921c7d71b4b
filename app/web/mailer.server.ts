/** E-mail, over SMTP or into a folder. The only file that knows nodemailer. */
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createTransport } from "nodemailer";
import type { Settings } from "../settings.server.ts";

export interface Mail {
  /** Of this message and no other: its Message-ID is made of it, so that a receiver knows a second copy. */
  id: string;
  to: string;
  subject: string;
  text: string;
  /** Further headers, such as `List-Unsubscribe`. */
  headers: Readonly<Record<string, string>>;
}

export interface Mailer {
  /** Resolves when the message was taken over. Throws when it was refused. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** Past this a mail server is taken for gone. */
const PATIENCE_MS = 20_000;

/** Sends through `SMTP_URL`; without it every message becomes a file in `MAIL_FOLDER`, to be looked at. */
export function createMailer(settings: Pick<Settings, "SMTP_URL" | "MAIL_FROM" | "MAIL_FOLDER">): Mailer {
  return settings.SMTP_URL ? createSmtpMailer(settings.SMTP_URL, settings.MAIL_FROM) : createFolderMailer(resolve(settings.MAIL_FOLDER), settings.MAIL_FROM);
}

function createSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS });
  return {
    async send(mail) {
      await transport.sendMail(compose(mail, from));
    },
    close: () => transport.close(),
  };
}

function createFolderMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { message } = await transport.sendMail(compose(mail, from));
      await mkdir(folder, { recursive: true });
      const file = join(folder, `${mail.id}.eml`);
      // Whole or not at all, and the same message is the same file.
      await writeFile(`${file}.part`, message as Buffer);
      await rename(`${file}.part`, file);
    },
    close: () => transport.close(),
  };
}

function compose({ id, to, subject, text, headers }: Mail, from: string) {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? "localhost";
  // Addresses and subjects come from people: as objects they cannot become headers of their own.
  return { from, to: { name: "", address: to }, subject, text, headers: { ...headers }, messageId: `<${id}@${domain}>`, disableFileAccess: true, disableUrlAccess: true };
}
