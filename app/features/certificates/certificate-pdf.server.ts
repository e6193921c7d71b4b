import PDFDocument from "pdfkit";
import { createT } from "../../i18n/messages.ts";
import type { Locale } from "../../i18n/locales.ts";
import { roundHours, type CertificateView } from "./certificate.ts";
import { formatCertificateDay } from "./format-day.ts";
import { buildLadderShape } from "./ladder-shape.ts";
import { messages } from "./messages.ts";
import { outlineText, wrapText } from "./outline-text.server.ts";

/** A4 on its side, in points. */
const PAGE = { width: 841.89, height: 595.28 } as const;
/** The light tokens of the pages, as a PDF writes colours. */
const COLOURS = { paper: "#fcfaf6", sheet: "#ffffff", line: "#ddd9d1", ink: "#1b212c", ink2: "#4c5462", pine: "#00694c", brick: "#b3261e" } as const;
const LEFT = 232;
const RIGHT = 770;
const MOST_OUTCOMES = 5;
/** Below it there is no room for one more of two lines. */
const LAST_OUTCOME_Y = 438;

type Writer = InstanceType<typeof PDFDocument>;

interface TextStyle {
  size: number;
  colour: string;
  /** Stroke around the letters, as a share of the size: our font comes in one weight here. */
  bold?: number;
}

/** The certificate as a tagged PDF. Text is drawn as shapes; its words are in the structure, for screen readers and copying. */
export async function buildCertificatePdf(certificate: CertificateView, locale: Locale): Promise<Uint8Array> {
  const t = createT(messages, locale);
  const title = t("pdfTitle", { course: certificate.courseTitle });
  const options: ConstructorParameters<typeof PDFDocument>[0] = {
    size: [PAGE.width, PAGE.height], margin: 0, pdfVersion: "1.7", tagged: true, lang: locale, displayTitle: true,
    info: { Title: title, Author: certificate.issuer, CreationDate: certificate.issuedAt, ModDate: certificate.issuedAt },
  };
  // Says in the file that it keeps to PDF/UA; the library knows it, its types do not yet.
  const document = new PDFDocument(Object.assign(options, { subset: "PDF/UA" }));
  const bytes = collect(document);
  const root = document.struct("Document");
  document.addStructure(root);
  const artifact = (draw: () => void) => {
    document.markContent("Artifact", { type: "Layout" });
    draw();
    document.endMarkedContent();
  };
  artifact(() => {
    document.rect(0, 0, PAGE.width, PAGE.height).fill(COLOURS.paper);
    document.roundedRect(28, 28, PAGE.width - 56, PAGE.height - 56, 14).lineWidth(1).fillAndStroke(COLOURS.sheet, COLOURS.line);
  });
  const count = certificate.rungs.reduce((sum, one) => sum + one, 0);
  root.add(document.struct("Figure", { alt: t("ladderLabel", { count }) }, () => drawLadder(document, certificate.rungs)));

  /** One line at a baseline; answers nothing, keeps its words in the structure. */
  const line = async (type: string, words: string, y: number, style: TextStyle, at: { x?: number; maxWidth?: number; shown?: string } = {}) => {
    const { shapes, width } = await outlineText(at.shown ?? words);
    const maxWidth = at.maxWidth ?? RIGHT - (at.x ?? LEFT);
    const size = Math.min(style.size, width > 0 ? maxWidth / width : style.size);
    root.add(document.struct(type, { actual: words, lang: locale }, () => drawShapes(document, shapes, { ...style, size }, at.x ?? LEFT, y)));
  };
  const wrapped = async (type: string, words: string, y: number, style: TextStyle, maxLines: number, x = LEFT): Promise<number> => {
    const lines = await wrapText(words, (RIGHT - x) / style.size, maxLines);
    for (const [index, one] of lines.entries()) await line(type, one, y + index * style.size * 1.25, style, { x });
    return y + (lines.length - 1) * style.size * 1.25;
  };

  const small: TextStyle = { size: 11.5, colour: COLOURS.ink2 };
  await line("H1", t("certificate"), 96, { size: 15, colour: COLOURS.pine, bold: 0.045 });
  await line("P", t("of"), 138, { size: 13, colour: COLOURS.ink2 });
  const isDrawable = (await outlineText(certificate.name)).isComplete;
  // A script that no font at hand has: the page at the address shows it, and so does the PDF's structure.
  await line("P", certificate.name, 184, { size: isDrawable ? 40 : 20, colour: COLOURS.ink, bold: 0.03 }, isDrawable ? {} : { shown: t("nameAt") });
  await line("P", t("finished"), 218, { size: 13, colour: COLOURS.ink2 });
  let y = await wrapped("P", certificate.courseTitle, 252, { size: 25, colour: COLOURS.ink, bold: 0.03 }, 2);
  const facts = [t("hours", { hours: roundHours(certificate.minutes) }), t("activities", { count })].join(" · ");
  await line("P", facts, (y += 24), small);
  if (certificate.outcomes.length > 0) {
    await line("P", t("outcomes"), (y += 34), { size: 13, colour: COLOURS.ink2 });
    for (const outcome of certificate.outcomes.slice(0, MOST_OUTCOMES)) {
      if (y > LAST_OUTCOME_Y) break;
      y += 20;
      const dot = y - 4;
      artifact(() => document.roundedRect(LEFT, dot - 1.4, 9, 2.8, 1.4).fill(COLOURS.pine));
      y = await wrapped("P", outcome, y, { size: 12.5, colour: COLOURS.ink }, 2, LEFT + 18);
    }
  }
  artifact(() => document.moveTo(LEFT, 486).lineTo(RIGHT, 486).lineWidth(1).stroke(COLOURS.line));
  const label: TextStyle = { size: 10, colour: COLOURS.ink2 };
  const value: TextStyle = { size: 12.5, colour: COLOURS.ink, bold: 0.025 };
  await line("P", t("issuedOn"), 506, label);
  await line("P", formatCertificateDay(certificate.issuedAt, locale), 522, value, { maxWidth: 180 });
  await line("P", t("issuedBy"), 506, label, { x: LEFT + 200 });
  await line("P", certificate.issuer, 522, value, { x: LEFT + 200 });
  await line("P", `${t("verifyAt")} ${certificate.address}`, 547, small);
  if (certificate.revoked) {
    const said = `${t("revoked")} ${t("revokedLead", { issuer: certificate.issuer, date: formatCertificateDay(certificate.revoked.at, locale), reason: certificate.revoked.reason })}`;
    await line("P", said, 66, { size: 13, colour: COLOURS.brick, bold: 0.04 });
  }
  root.end();
  document.end();
  return bytes;
}

function drawLadder(document: Writer, groups: readonly number[]): void {
  const [left, right, top, bottom] = [84, 164, 78, 517];
  const shape = buildLadderShape(groups, bottom - top);
  document.save().lineCap("round").lineWidth(9);
  for (const x of [left, right]) document.moveTo(x, top).lineTo(x, bottom).stroke(COLOURS.pine);
  document.lineWidth(shape.thickness);
  for (const y of shape.rungs) document.moveTo(left, top + y).lineTo(right, top + y).stroke(COLOURS.pine);
  document.restore();
}

function drawShapes(document: Writer, shapes: Awaited<ReturnType<typeof outlineText>>["shapes"], { size, colour, bold }: TextStyle, x: number, y: number): void {
  for (const shape of shapes) {
    document.save().translate(x + shape.x * size, y - shape.y * size).scale(size * shape.scale, -size * shape.scale);
    document.path(shape.path);
    if (bold) document.lineWidth(bold / shape.scale).lineJoin("round").fillAndStroke(colour, colour);
    else document.fill(colour);
    document.restore();
  }
}

function collect(document: Writer): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on("data", (chunk: Buffer) => chunks.push(chunk));
    document.on("end", () => resolve(Buffer.concat(chunks)));
    document.on("error", reject);
  });
}
