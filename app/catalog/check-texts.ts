/** Checks every text of a course: links and pictures that lead nowhere, and what would not be shown. Pure. */
import type { Activity, Course, MarkdownText } from "./catalog.ts";
import { buildRemark, quoteForMessage, type Finding } from "./findings.ts";
import { classifyLink, findLinkTarget, splitFragment } from "./link-targets.ts";
import { hasFragment, readTextFacts, type TextLink } from "./text-facts.ts";

interface PlacedText {
  file: string;
  text: MarkdownText;
}

export function checkTexts(course: Course): Finding[] {
  const texts = listTexts(course);
  return texts.flatMap(({ file, text }) => {
    const facts = readTextFacts(text.source);
    const at = (line: number) => ({ file, line: line + text.firstLine - 1 });
    return [
      ...facts.faults.map(({ line, message, fix }) => buildRemark({ ...at(line), message: quoteForLine(message), fix })),
      ...facts.links.flatMap((link) => {
        const trouble = findTrouble(course, texts, { file, text }, link);
        return trouble ? [buildRemark({ ...at(link.line), ...trouble })] : [];
      }),
    ];
  });
}

function listTexts(course: Course): PlacedText[] {
  return [
    { file: `${course.folder}/course.md`, text: course.overview },
    ...(course.translations ?? []),
    ...course.modules.flatMap((module) => [
      { file: `${module.folder}/module.md`, text: module.overview },
      ...(module.translations ?? []),
      ...module.activities.flatMap((activity) => [
        { file: activity.file, text: "written" in activity ? activity.written : activity.text },
        ...(activity.translations ?? []),
        ...listRenditionTexts(activity),
        ...("hints" in activity ? activity.hints : []).map((hint) => ({ file: `${activity.folder}/hints.md`, text: hint.text })),
      ]),
    ]),
  ];
}

/** The other forms of a lesson, and what its video says. */
function listRenditionTexts(activity: Activity): PlacedText[] {
  if (activity.kind !== "lesson") return [];
  const transcripts = activity.renditions.flatMap(({ video }) => (video?.transcript ? [video.transcript] : []));
  return [...activity.renditions.slice(1), ...transcripts.slice(0, 1)].map(({ file, text }) => ({ file, text }));
}

function findTrouble(course: Course, texts: readonly PlacedText[], from: PlacedText, link: TextLink): { message: string; fix: string } | null {
  const shown = quoteForMessage(link.href);
  const kind = classifyLink(link.href);
  if (link.image) {
    const target = kind === "relative" ? findLinkTarget(course, from.file, link.href) : null;
    // Only an activity's own assets are served with it.
    if (target?.kind === "asset" && from.file.startsWith(folderOf(course, target))) return null;
    return kind === "external"
      ? { message: `The picture \`${shown}\` is on another site, and is not loaded from there.`, fix: "Put it under the activity's `assets/` and write `assets/…`." }
      : { message: `There is no picture \`${shown}\`.`, fix: "Put it under the activity's own `assets/` folder and write `assets/…`." };
  }
  switch (kind) {
    case "external":
    case "mail":
    case "site":
      return null;
    case "refused":
      return { message: `The link \`${shown}\` is of a kind that is not allowed.`, fix: "Link to `https://…`, `mailto:…`, or a file of this course." };
    case "fragment":
      return hasFragment(readTextFacts(from.text.source), link.href.slice(1))
        ? null
        : { message: `The link \`${shown}\` finds no heading in this text.`, fix: "Write the heading in lower case with hyphens, such as `#two-words`." };
    case "relative": {
      const target = findLinkTarget(course, from.file, link.href);
      if (!target) return { message: `The link \`${shown}\` leads nowhere.`, fix: "Link to a file as it is named from this one, such as `../02-next.md` or `assets/plan.pdf`." };
      const { fragment } = splitFragment(link.href);
      const activity = target.kind === "activity" ? course.modules.flatMap((module) => module.activities).find((one) => one.id === `${target.moduleId}/${target.slug}`) : undefined;
      const text = activity && texts.find((one) => one.file === activity.file);
      if (text && fragment !== null && !hasFragment(readTextFacts(text.text.source), fragment)) {
        return { message: `The link \`${shown}\` finds its file, but no such heading in it.`, fix: "Write the heading in lower case with hyphens, such as `#two-words`." };
      }
      return null;
    }
  }
}

function folderOf(course: Course, target: { moduleId: string; slug: string }): string {
  const activity = course.modules.flatMap((module) => module.activities).find((one) => one.id === `${target.moduleId}/${target.slug}`);
  return `${activity?.folder ?? course.folder}/`;
}

function quoteForLine(message: string): string {
  return message.replace(/[\p{Cc}\p{Cf}]/gu, " ");
}
