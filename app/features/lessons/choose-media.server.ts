import { findMediaPreference, putMediaPreference } from "../../../db/queries/media-preferences.ts";
import type { Deps } from "../../deps.server.ts";
import type { MediaForm } from "./media-form.ts";

/** Remembers how somebody likes lessons. */
export async function chooseMedia({ db, now }: Pick<Deps, "db" | "now">, { userId, choice }: { userId: string; choice: MediaForm }): Promise<void> {
  await db.write(async (tx) => {
    const before = await findMediaPreference(tx, { userId });
    const hosts = before?.hosts ?? [];
    await putMediaPreference(tx, {
      userId,
      form: choice.intent === "form" ? choice.form : (before?.form ?? null),
      hosts: choice.intent === "always" ? [...new Set([...hosts, choice.host])] : choice.intent === "forget" ? hosts.filter((host) => host !== choice.host) : hosts,
      updatedAt: now(),
    });
  });
}
