import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { addDaysOff, savePreferences } from "../../../app/features/plans/save-preferences.server.ts";
import { endReminders, isOptOutKey } from "../../../app/features/reminders/end-reminders.server.ts";
import { keepPace } from "../../../app/features/reminders/keep-pace.server.ts";
import { queueReminders } from "../../../app/features/reminders/queue-reminders.server.ts";
import { giveUpUnsure, RETRY_AFTER_MS, sendOutbox } from "../../../app/features/reminders/send-outbox.server.ts";
import { createMailer, type Mail, type Mailer } from "../../../app/web/mailer.server.ts";
import { claimMail } from "../../../db/queries/outbox.ts";
import { findPreferences } from "../../../db/queries/preferences.ts";
import { putPlan } from "../../../db/queries/plans.ts";
import { outbox, users } from "../../../db/schema.ts";
import { buildTestCatalog, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

/** Lena studies on every day but Sunday, and wants to hear of it at eight in Madrid. */
async function setUp() {
  let now = new Date("2026-03-02T18:00:00Z");
  const deps = makeTestDeps({ catalog: buildTestCatalog([testLesson({ minutes: 600 })]), now: () => now });
  const userId = await insertTestUser(deps, "lena", { name: "Lena" });
  await enroll(deps, { userId, courseId: "basics" });
  const at = now;
  await deps.db.write((tx) => putPlan(tx, { userId, courseId: "basics", mode: "hours", weekdayMinutes: [30, 30, 30, 30, 30, 30, 0], targetDay: null, startDay: "2026-03-02", createdAt: at, updatedAt: at }));
  const prefer = (reminders: boolean, timeZone = "Europe/Madrid") => savePreferences(deps, { userId, form: { timeZone, studyTime: undefined, reminders, reminderTime: 480 } });
  await prefer(true);
  const mails = () => deps.db.query.outbox.findMany();
  return { deps, userId, prefer, mails, goTo: (text: string) => void (now = new Date(text)), goOn: (ms: number) => void (now = new Date(now.getTime() + ms)) };
}

function doubleMailer(refusals = 0): Mailer & { sent: Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    async send(mail) {
      if (refusals-- > 0) throw new Error("no");
      sent.push(mail);
    },
    close: () => {},
  };
}

describe("reminders", () => {
  it("are written on a study day at the person's hour, once", async () => {
    const { deps, mails, goTo } = await setUp();
    goTo("2026-03-03T06:59:00Z");
    expect(await queueReminders(deps)).toBe(0);
    goTo("2026-03-03T07:00:00Z");
    await queueReminders(deps);
    await queueReminders(deps);
    goTo("2026-03-03T12:00:00Z");
    await queueReminders(deps);
    expect(await mails()).toMatchObject([{ recipient: "lena@example.test", subject: "Today: 30 min of The basics", occasion: "reminder/lena/2026-03-03", state: "waiting" }]);
  });

  it("have what the day holds, the plan, and two ways to end them", async () => {
    const { deps, userId, mails, goTo } = await setUp();
    goTo("2026-03-03T07:00:00Z");
    await queueReminders(deps);
    const [mail] = await mails();
    const key = (await findPreferences(deps.db, { userId }))?.optOutKey;
    expect(mail?.body).toContain("- Hello (30 min), The basics\n  http://localhost:3000/courses/basics/start/hello");
    expect(mail?.headers).toMatchObject({ "List-Unsubscribe": `<http://localhost:3000/reminders/end?key=${key}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
  });

  it("speak the person's language", async () => {
    const { deps, mails, goTo } = await setUp();
    await deps.db.write((tx) => tx.update(users).set({ language: "es" }).then(() => {}));
    goTo("2026-03-03T07:00:00Z");
    await queueReminders(deps);
    expect((await mails())[0]?.subject).toBe("Hoy: 30 min de The basics");
  });

  it("come never on a day off, on a day without study, when nothing was asked, nor hours late", async () => {
    const { deps, userId, prefer, mails, goTo } = await setUp();
    await addDaysOff(deps, { userId, firstDay: "2026-03-03", lastDay: "2026-03-03" });
    goTo("2026-03-03T07:00:00Z");
    await queueReminders(deps);
    goTo("2026-03-04T13:00:00Z");
    await queueReminders(deps);
    goTo("2026-03-08T07:00:00Z");
    await queueReminders(deps);
    expect(await mails()).toEqual([]);
    await prefer(false);
    goTo("2026-03-10T07:00:00Z");
    expect(await queueReminders(deps)).toBe(0);
  });

  it("follow the clock of the place through its changes", async () => {
    const { deps, mails, goTo } = await setUp();
    for (const day of ["2026-03-28T07:00:00Z", "2026-03-30T06:00:00Z"]) {
      goTo(day);
      await queueReminders(deps);
    }
    // The one that was due on the 3rd is long over; looking then set the next.
    goTo("2026-03-31T06:00:00Z");
    await queueReminders(deps);
    expect((await mails()).map(({ occasion }) => occasion)).toContain("reminder/lena/2026-03-31");
  });
});

describe("the outbox", () => {
  async function withMail() {
    const world = await setUp();
    world.goTo("2026-03-03T07:00:00Z");
    await queueReminders(world.deps);
    return world;
  }

  it("sends each message once", async () => {
    const { deps, mails } = await withMail();
    const mailer = doubleMailer();
    await sendOutbox({ ...deps, mailer });
    await sendOutbox({ ...deps, mailer });
    expect(mailer.sent).toMatchObject([{ to: "lena@example.test", headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } }]);
    expect(await mails()).toMatchObject([{ state: "sent", attempts: 1 }]);
  });

  it("tries again after a while, and gives up in the end", async () => {
    const { deps, mails, goOn } = await withMail();
    const once = doubleMailer(1);
    await sendOutbox({ ...deps, mailer: once });
    await sendOutbox({ ...deps, mailer: once });
    expect(once.sent).toEqual([]);
    goOn(RETRY_AFTER_MS[0] ?? 0);
    await sendOutbox({ ...deps, mailer: once });
    expect(once.sent).toHaveLength(1);

    const second = await withMail();
    const never = doubleMailer(100);
    for (let attempt = 0; attempt <= RETRY_AFTER_MS.length; attempt++) {
      await sendOutbox({ ...second.deps, mailer: never });
      second.goOn(RETRY_AFTER_MS[attempt] ?? 0);
    }
    expect(await second.mails()).toMatchObject([{ state: "given-up", attempts: RETRY_AFTER_MS.length + 1 }]);
    expect(await mails()).toMatchObject([{ state: "sent" }]);
  });

  it("sends nothing twice when the process ended while sending", async () => {
    const { deps, mails } = await withMail();
    const [mail] = await mails();
    await deps.db.write((tx) => claimMail(tx, { id: mail?.id ?? "" }));
    await giveUpUnsure(deps);
    const mailer = doubleMailer();
    await sendOutbox({ ...deps, mailer });
    await queueReminders(deps);
    await sendOutbox({ ...deps, mailer });
    expect(mailer.sent).toEqual([]);
    expect(await mails()).toMatchObject([{ state: "given-up" }]);
  });

  it("goes with the person", async () => {
    const { deps, mails } = await withMail();
    await deps.db.write((tx) => tx.delete(users).then(() => {}));
    expect(await mails()).toEqual([]);
  });
});

describe("the end of reminders", () => {
  it("needs the key of the link and nothing else, may be repeated, and stops what waits", async () => {
    const { deps, userId, mails, goTo } = await setUp();
    goTo("2026-03-03T07:00:00Z");
    await queueReminders(deps);
    const key = (await findPreferences(deps.db, { userId }))?.optOutKey ?? "";
    expect(await isOptOutKey(deps, { key })).toBe(true);
    expect(await endReminders(deps, { key })).toBe(true);
    expect(await endReminders(deps, { key })).toBe(true);
    expect(await endReminders(deps, { key: "" })).toBe(false);
    expect(await findPreferences(deps.db, { userId })).toMatchObject({ reminders: false, nextReminderAt: null });
    expect(await mails()).toMatchObject([{ state: "given-up" }]);
  });
});

describe("the folder of a site without a mail server", () => {
  it("gets a message a file, whole, with its headers", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rung-mail-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const mailer = createMailer({ SMTP_URL: undefined, MAIL_FROM: "Rung <rung@learn.example>", MAIL_FOLDER: folder });
    const mail: Mail = { id: "m1", to: "lena@example.test", subject: "Hoy: 30 min\r\nBcc: all@example.test", text: "Día de estudio", headers: { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } };
    await mailer.send(mail);
    await mailer.send(mail);
    expect(readdirSync(folder)).toEqual(["m1.eml"]);
    const text = readFileSync(join(folder, "m1.eml"), "utf8");
    expect(text).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(text).toMatch(/^Message-ID: <m1@learn.example>\r?$/m);
    expect(text).toMatch(/^To: lena@example.test\r?$/m);
    expect(text).not.toMatch(/^Bcc:/m);
    mailer.close();
  });
});

describe("a mail server", () => {
  /** Just enough of SMTP (RFC 5321) to take one message, or to refuse its recipient. */
  async function serveMail(answerToRecipient: string) {
    const lines: string[] = [];
    const server = createServer((socket) => {
      let isData = false;
      socket.write("220 mail.example\r\n");
      socket.on("data", (bytes) => {
        for (const line of bytes.toString().split("\r\n").slice(0, -1)) {
          lines.push(line);
          if (isData) {
            if (line === ".") {
              isData = false;
              socket.write("250 taken\r\n");
            }
          } else if (line === "DATA") {
            isData = true;
            socket.write("354 go on\r\n");
          } else if (line === "QUIT") socket.end("221 bye\r\n");
          else socket.write(line.startsWith("RCPT") ? `${answerToRecipient}\r\n` : "250 ok\r\n");
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const mailer = createMailer({ SMTP_URL: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`, MAIL_FROM: "Rung <rung@learn.example>", MAIL_FOLDER: "unused" });
    onTestFinished(() => mailer.close());
    return { lines, mailer };
  }
  const mail: Mail = { id: "m2", to: "lena@example.test", subject: "Today", text: "Study", headers: {} };

  it("gets the message", async () => {
    const { lines, mailer } = await serveMail("250 ok");
    await mailer.send(mail);
    expect(lines).toEqual(expect.arrayContaining(["RCPT TO:<lena@example.test>", "Message-ID: <m2@learn.example>", "Subject: Today", "Study"]));
  });

  it("that refuses is an error, so that it is tried again", async () => {
    const { mailer } = await serveMail("550 nobody here");
    await expect(mailer.send(mail)).rejects.toThrow();
  });
});

it("a serving process looks by itself, and stops when it is closed", async () => {
  const { deps, mails, goTo } = await setUp();
  goTo("2026-03-03T07:00:00Z");
  const mailer = doubleMailer();
  const keeper = keepPace(deps, mailer, 5);
  await expect.poll(() => mailer.sent.length).toBe(1);
  await keeper.close();
  expect(await mails()).toMatchObject([{ state: "sent" }]);
  expect(outbox).toBeDefined();
});
