import { describe, expect, it } from "vitest";
import { parseHours } from "../../../app/features/tasks/parse-hours.ts";
import { findSaid, isWebLink, readTaskForm, TASK_LIMITS } from "../../../app/features/tasks/task-form.ts";

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("hours as people write them", () => {
  it.each([["2", 2], ["1.5", 1.5], ["1,5", 1.5], ["1:30", 1.5], ["1 h 30", 1.5], ["2 hours", 2], ["90 min", 1.5], ["", 0], [" 3 h ", 3]])("%j is %d", (text, hours) => {
    expect(parseHours(text)).toBe(hours);
  });

  it.each(["soon", "-1", "1e9", "1:75", "99999", "NaN", "2h lots", "<b>2</b>"])("%j is no time", (text) => {
    expect(parseHours(text)).toBeNull();
  });
});

describe("what a task's form posts", () => {
  it("is read field by field", () => {
    expect(readTaskForm(form({ intent: "save", "item:one": "on", "item:two": "on", hours: "2", evidence: "a\r\nb", other: "x" }))).toEqual({ intent: "save", checked: ["one", "two"], hours: "2", evidence: "a\nb", was: null, file: null });
  });

  it("is cut to what fits", () => {
    const read = readTaskForm(form({ intent: "save", hours: "9".repeat(500), evidence: "x".repeat(TASK_LIMITS.evidence + 1) }));
    expect([read?.hours.length, read?.evidence.length]).toEqual([TASK_LIMITS.hours, TASK_LIMITS.evidence]);
  });

  it("has a file only when one was chosen", () => {
    expect(readTaskForm(form({ intent: "save", file: new File([], "") }))?.file).toBeNull();
    expect(readTaskForm(form({ intent: "save", file: new File(["x"], "a.txt") }))?.file?.name).toBe("a.txt");
    expect(readTaskForm(form({ intent: "save", file: "no file" }))?.file).toBeNull();
  });

  it.each(["", "sign", "remove:", "remove:../x", "hand-in "])("is nothing with the intent %j", (intent) => {
    expect(readTaskForm(form({ intent }))).toBeNull();
  });

  it("names the file to remove", () => {
    expect(readTaskForm(form({ intent: "remove:abc-1" }))?.intent).toEqual({ remove: "abc-1" });
  });
});

it.each([["https://example.org/x", true], ["http://example.org", true], ["javascript:alert(1)", false], ["data:text/html,x", false], ["https://me:secret@example.org", false], ["example.org", false]])("the link %j: %s", (text, isGood) => {
  expect(isWebLink(text)).toBe(isGood);
});

it("says only what it knows", () => {
  expect([findSaid("saved"), findSaid("<b>"), findSaid(null)]).toEqual(["saved", null, null]);
});
