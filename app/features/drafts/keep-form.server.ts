import { decideSave, type DraftState } from "./draft-rules.ts";
import type { KeptFormAnswer } from "./form-request.ts";

/**
 * Keeps the fields that a page has of a form, unless another tab or device kept others since `baseVersion`: then nothing
 * changes and the page gets those. `store` writes them as the version that it is given.
 */
export async function keepForm(current: DraftState, sent: { baseVersion: number; files: DraftState["files"] }, store: (version: number) => Promise<unknown>): Promise<KeptFormAnswer> {
  switch (decideSave(current, sent)) {
    case "unchanged":
      return { kind: "saved", version: current.version };
    case "conflict":
      return { kind: "conflict", ...current };
    case "save": {
      const version = current.version + 1;
      await store(version);
      return { kind: "saved", version };
    }
  }
}
