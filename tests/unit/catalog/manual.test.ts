import { expect, test } from "vitest";
import { z } from "zod";
import { describeSchema } from "../../../app/catalog/check-fields.ts";
import { buildManual } from "../../../app/catalog/manual.ts";
import { splitMessage } from "../../../app/features/submissions/split-message.ts";
import { ACTIVITY_SCHEMAS, courseSchema, frameworkSchema, moduleSchema, renditionSchema, rubricSchema, translationSchema } from "../../../app/catalog/schema.ts";

/** Every field of a schema, also those in groups and lists. */
function listFields(schema: unknown, prefix = ""): [string, unknown][] {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap();
  if (inner instanceof z.ZodArray) return listFields(inner.element, prefix.replace(/\.$/, "[]."));
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([name, field]) => [[prefix + name, field] as [string, unknown], ...listFields(field, `${prefix}${name}.`)]);
}

const SCHEMAS = { course: courseSchema, framework: frameworkSchema, rendition: renditionSchema, translation: translationSchema, module: moduleSchema, rubric: rubricSchema, ...ACTIVITY_SCHEMAS };

test.each(Object.entries(SCHEMAS))("every field of %s is described, and in the manual", (_, schema) => {
  const manual = buildManual();
  const fields = listFields(schema);
  expect(fields.length).toBeGreaterThan(2);
  for (const [name, field] of fields) {
    expect(`${name}: ${describeSchema(field)}`).toMatch(/: .{10,}/);
    expect(manual).toContain(`| \`${name}\` |`);
  }
});

test("the manual shows types, defaults and what is required", () => {
  const manual = buildManual();
  expect(manual).toContain("| `title` | text | yes |  |");
  expect(manual).toMatch(/\| `limits\.cpuMs` \| whole number, 1 to 20000 \| no \|/);
  expect(manual).toMatch(/\| `required` \| `true` or `false` \| no \| `true` \|/);
  expect(manual).toMatch(/## session\n\n.*\n\nThe format has it; \*\*this version does not serve it yet\*\*/);
});

test("the manual says how tests are written in every language that there is, and how a test tells its input", () => {
  const manual = buildManual();
  for (const language of ["javascript", "typescript", "python", "bash", "sql", "web"]) expect(manual).toMatch(new RegExp(`^\\| (?:[a-z]+, )?${language}(?:, [a-z]+)? \\|`, "m"));
  const [line = ""] = /assert total\(rows\) == 6, f"(input: [^"]+)"/.exec(manual)?.slice(1) ?? [];
  expect(splitMessage(`assert 5 == 6\n${line}`)).toEqual({ input: "{rows}", message: "assert 5 == 6" });
  for (const word of ["given", "arguments"]) {
    expect(manual).toContain(`\`${word}:\``);
    expect(splitMessage(`${word}: [1]`).input).toBe("[1]");
  }
});
