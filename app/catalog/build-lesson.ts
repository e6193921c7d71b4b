/** A lesson with its forms: the text or video of its own file, and other forms of the same lesson beside it. Pure. */
import type { ActivityParts } from "./activity-parts.ts";
import type { Lesson, Rendition, Video } from "./catalog.ts";
import { checkFields } from "./check-fields.ts";
import { EMBED_HOSTS, parseEmbed, suggestEmbed } from "./embeds.ts";
import { buildFault, buildRemark, quoteForMessage, type Finding } from "./findings.ts";
import { parseFrontMatterFile, type ParsedYaml } from "./front-matter.ts";
import { renditionSchema, type LessonFrontMatter, type RenditionFrontMatter } from "./schema.ts";
import { findFile, type SourceFile, type SourceFolder } from "./source-folder.ts";

/** Files that hold another form of the lesson beside them. */
export const RENDITION_FILES = ["lesson.text.md", "lesson.video.md"] as const;
export const TRANSCRIPT_FILE = "transcript.md";

const PLAYABLE = /\.(?:webm|mp4)$/i;

interface VideoFile {
  path: string;
  lineOf: ParsedYaml["lineOf"];
  fields: Pick<RenditionFrontMatter, "video" | "captions">;
}

/** @param folder the lesson's own; null when it is one file */
export function buildLesson(folder: SourceFolder | null, { base, written }: ActivityParts, fields: LessonFrontMatter): { activity: Lesson; findings: Finding[] } {
  const findings: Finding[] = [];
  const transcript = folder && findFile(folder, TRANSCRIPT_FILE);
  const videoOf = (file: VideoFile) => buildVideo(file, base.assets, transcript, findings);
  const own: Rendition = {
    form: fields.video === undefined ? "text" : "video",
    minutes: base.minutes,
    file: base.file,
    text: base.text,
    video: videoOf({ path: base.file, lineOf: written.lineOf, fields }),
  };
  const renditions = [own];
  for (const name of RENDITION_FILES) {
    const file = folder && findFile(folder, name);
    if (!file) continue;
    const other = buildRendition(file, name === "lesson.video.md" ? "video" : "text", base.minutes, videoOf, findings);
    if (!other) continue;
    if (renditions.some(({ form }) => form === other.form)) {
      findings.push(buildFault({ file: file.path, message: `The lesson has its ${other.form} already in \`${base.file.slice(base.file.lastIndexOf("/") + 1)}\`.`, fix: `Remove one of them, or make this the other form (\`${other.form === "text" ? "lesson.video.md" : "lesson.text.md"}\`).` }));
    } else renditions.push(other);
  }
  if (transcript && !renditions.some(({ video }) => video)) {
    findings.push(buildRemark({ file: transcript.path, message: "There is a transcript, and no video.", fix: "Name the video in `video:`, or remove the file." }));
  }
  return { activity: { ...base, kind: "lesson", renditions }, findings };
}

function buildRendition(file: SourceFile, form: Rendition["form"], usualMinutes: number, videoOf: (file: VideoFile) => Video | null, findings: Finding[]): Rendition | null {
  const written = parseFrontMatterFile(file.text ?? "");
  findings.push(...written.faults.map((fault) => buildFault({ file: file.path, ...fault })));
  if (written.data === null) return null;
  const checked = checkFields(renditionSchema, file.path, written, written.data);
  findings.push(...checked.findings);
  if (checked.value === null) return null;
  const { minutes, video } = checked.value;
  if ((form === "video") !== (video !== undefined)) {
    findings.push(
      buildFault(
        form === "video"
          ? { file: file.path, line: 1, field: "video", message: "The video form of the lesson names no video.", fix: "Add `video:`, such as `video: assets/demo.webm`." }
          : { file: file.path, line: written.lineOf(["video"]), field: "video", message: "The text form of the lesson has a video.", fix: "Remove `video:`, or rename the file to `lesson.video.md`." },
      ),
    );
    return null;
  }
  return { form, minutes: minutes ?? usualMinutes, file: file.path, text: written.body, video: videoOf({ path: file.path, lineOf: written.lineOf, fields: checked.value }) };
}

function buildVideo(file: VideoFile, assets: readonly string[], transcript: SourceFile | null, findings: Finding[]): Video | null {
  const { video: address, captions } = file.fields;
  if (address === undefined) return null;
  const at = { file: file.path, line: file.lineOf(["video"]), field: "video" };
  const source = findSource(address, assets);
  if (!source) {
    findings.push(buildFault({ ...at, ...wordNoSource(address, assets) }));
    return null;
  }
  if (!transcript) {
    findings.push(buildRemark({ ...at, message: "The video has no transcript, so people who can't hear or watch it have nothing.", fix: `Write what is said and shown into \`${TRANSCRIPT_FILE}\` beside \`lesson.md\` (a lesson in one file becomes a folder for that).` }));
  }
  if (source.kind === "file" && captions.length === 0) {
    findings.push(buildRemark({ ...at, message: "The video has no captions.", fix: "Add `captions:` with a WebVTT file for each language: `- { language: en, file: assets/demo.en.vtt }`." }));
  }
  if (source.kind === "embed" && captions.length > 0) {
    findings.push(buildRemark({ ...at, line: file.lineOf(["captions"]), field: "captions", message: "A video on another site brings its own captions; these are not shown.", fix: "Remove `captions:`." }));
  }
  const sound = captions.flatMap(({ language, file: name }, index) => {
    const asset = findAssetName(name, assets);
    const line = file.lineOf(["captions", index]);
    if (asset !== null && /\.vtt$/i.test(asset)) return [{ language, asset }];
    findings.push(buildRemark({ file: file.path, line, field: `captions[${index}].file`, message: `There are no captions \`${quoteForMessage(name)}\`.`, fix: "Name a WebVTT file (`.vtt`) under the lesson's `assets/`." }));
    return [];
  });
  return { source, captions: source.kind === "file" ? sound : [], transcript: transcript && { file: transcript.path, text: { source: transcript.text ?? "", firstLine: 1 } } };
}

function findSource(address: string, assets: readonly string[]): Video["source"] | null {
  const asset = findAssetName(address, assets);
  if (asset !== null && PLAYABLE.test(asset)) return { kind: "file", asset };
  const embed = parseEmbed(address);
  return embed && { kind: "embed", ...embed };
}

function findAssetName(written: string, assets: readonly string[]): string | null {
  const name = /^(?:\.\/)?assets\/(.+)$/.exec(written)?.[1];
  return name !== undefined && assets.includes(name) ? name : null;
}

function wordNoSource(address: string, assets: readonly string[]): { message: string; fix: string } {
  const shown = quoteForMessage(address);
  if (!address.includes("://")) {
    return findAssetName(address, assets) === null
      ? { message: `There is no video \`${shown}\`.`, fix: "Put it under the lesson's `assets/` and write `assets/…`." }
      : { message: `\`${shown}\` is not a video that every browser plays.`, fix: "Make it a `.webm` or an `.mp4`." };
  }
  const suggestion = suggestEmbed(address);
  return { message: `\`${shown}\` is not the address of a player that lessons may show.`, fix: suggestion ? `Write \`${suggestion}\`.` : `Players of these hosts may be shown: ${Object.keys(EMBED_HOSTS).join(", ")}. Or put the video under \`assets/\`.` };
}
