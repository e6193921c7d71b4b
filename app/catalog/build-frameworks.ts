/** Skills, roles and what each level of a role expects, from the files of `frameworks/`. Pure. */
import type { Framework, FrameworkSkill } from "./catalog.ts";
import { checkFields } from "./check-fields.ts";
import { buildFault, buildRemark, quoteForMessage, type Finding } from "./findings.ts";
import { parseYaml, type ParsedYaml } from "./front-matter.ts";
import { findNearestWord } from "./nearest-word.ts";
import { isId } from "./order-names.ts";
import { frameworkSchema } from "./schema.ts";
import type { SourceFile, SourceFolder } from "./source-folder.ts";

interface Read {
  framework: Framework;
  lineOf: ParsedYaml["lineOf"];
  file: string;
}

export function buildFrameworks(folder: SourceFolder): { frameworks: Framework[]; findings: Finding[] } {
  const findings: Finding[] = [...folder.findings];
  for (const child of folder.folders) findings.push(buildRemark({ file: child.path, message: "A framework is a file, and this is a folder.", fix: "Write `frameworks/its-id.yml`." }));
  const read = folder.files.flatMap((file) => readFramework(file, findings));
  findings.push(...checkSkillOwners(read), ...checkExpectations(read));
  return { frameworks: read.map(({ framework }) => framework), findings };
}

function readFramework(file: SourceFile, findings: Finding[]): Read[] {
  if (file.name === "README.md") return [];
  const id = file.name.replace(/\.ya?ml$/, "");
  if (id === file.name || !isId(id)) {
    findings.push(buildFault({ file: file.path, message: `\`${quoteForMessage(file.name)}\` can't be a framework.`, fix: "Name it `its-id.yml`: lower-case letters, digits and single hyphens." }));
    return [];
  }
  const written = parseYaml(file.text ?? "");
  if (written.data === null) {
    findings.push(...written.faults.map((fault) => buildFault({ file: file.path, ...fault })));
    return [];
  }
  const { value, findings: faults } = checkFields(frameworkSchema, file.path, written, written.data);
  findings.push(...faults);
  return value === null ? [] : [{ framework: { id, ...value }, lineOf: written.lineOf, file: file.path }];
}

/** A skill means the same everywhere, so one framework says what. */
function checkSkillOwners(read: readonly Read[]): Finding[] {
  const owners = new Map<string, string>();
  return read.flatMap(({ framework, file, lineOf }) =>
    framework.skills.flatMap(({ id }, index) => {
      const owner = owners.get(id);
      owners.set(id, owner ?? framework.id);
      return owner === undefined ? [] : [buildRemark({ file, line: lineOf(["skills", index]), field: `skills[${index}].id`, message: `The skill \`${id}\` is also described in \`${owner}\`.`, fix: "Describe it once; roles of every framework can expect it." })];
    }),
  );
}

function checkExpectations(read: readonly Read[]): Finding[] {
  const known = listSkills(read.map(({ framework }) => framework)).map(({ id }) => id);
  return read.flatMap(({ framework, file, lineOf }) =>
    framework.levels.flatMap((level, at) =>
      level.expects.flatMap(({ skill }, index) => {
        if (known.includes(skill)) return [];
        const nearest = findNearestWord(skill, known);
        return [buildRemark({ file, line: lineOf(["levels", at, "expects", index]), field: `levels[${at}].expects[${index}].skill`, message: `No framework describes the skill \`${quoteForMessage(skill)}\`.`, fix: nearest ? `Did you mean \`${nearest}\`?` : "Add it to `skills:` of this framework." })];
      }),
    ),
  );
}

/** Each skill once, whichever framework describes it. */
export function listSkills(frameworks: readonly Framework[]): FrameworkSkill[] {
  const seen = new Map<string, FrameworkSkill>();
  for (const skill of frameworks.flatMap(({ skills }) => skills)) if (!seen.has(skill.id)) seen.set(skill.id, skill);
  return [...seen.values()];
}
