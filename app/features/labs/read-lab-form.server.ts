import type { Locale } from "../../i18n/locales.ts";
import { refuseForm } from "../../web/say-plainly.server.ts";
import { labForm, readFormFiles, type LabForm } from "./lab-form.ts";

/** Reads what a lab's form posted, or throws a 400. */
export async function requireLabForm(request: Request, locale: Locale): Promise<{ form: LabForm; files: Record<string, string> }> {
  const posted = await request.formData().catch(() => new FormData());
  const parsed = labForm.safeParse({ intent: posted.get("intent"), baseVersion: posted.get("baseVersion"), idempotencyKey: posted.get("idempotencyKey") });
  if (!parsed.success) throw refuseForm({ locale });
  return { form: parsed.data, files: readFormFiles(posted) };
}
