import { showInvisible } from "../reviews/show-invisible.ts";
import { ResultTable } from "./result-table.tsx";
import { parseTableText, type TableText } from "./table-text.ts";
import { buildLineDiff, buildValueDiff, type DiffLine, type DiffPart } from "./value-diff.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

interface ComparisonProps {
  /** What the test gave the program, where it says so. */
  input: string | null;
  expected: string | null;
  actual: string | null;
}

/** What a test wanted and what it got: tables side by side, words word by word, texts of many lines line by line. */
export function Comparison({ input, expected, actual }: ComparisonProps) {
  const t = useMessages(messages);
  const [wanted, given] = [readTable(expected), readTable(actual)];
  const lines = expected !== null && actual !== null && !wanted && !given ? buildLineDiff(showInvisible(expected), showInvisible(actual)) : null;
  return (
    <>
      {input !== null && <dl className="result-diff"><dt>{t("input")}</dt><dd className="input"><code>{showInvisible(input)}</code></dd></dl>}
      {wanted || given ? (
        <div className="result-tables">
          {wanted && <figure className="expected"><figcaption className="small muted">{t("expected")}</figcaption><ResultTable table={wanted} other={given} label={t("expectedTable")} /></figure>}
          {given && <figure className="actual"><figcaption className="small muted">{t("got")}</figcaption><ResultTable table={given} other={wanted} label={t("yourTable")} /></figure>}
        </div>
      ) : lines ? <Lines lines={lines} /> : <Words expected={expected} actual={actual} />}
    </>
  );
}

const readTable = (text: string | null): TableText | null => (text === null ? null : parseTableText(text));

function Words({ expected, actual }: Omit<ComparisonProps, "input">) {
  const t = useMessages(messages);
  if (expected === null && actual === null) return null;
  const diff = expected !== null && actual !== null ? buildValueDiff(showInvisible(expected), showInvisible(actual)) : null;
  return (
    <dl className="result-diff">
      {expected !== null && <><dt>{t("expected")}</dt><dd className="expected"><Parts parts={diff?.expected ?? [{ text: showInvisible(expected), differs: false }]} /></dd></>}
      {actual !== null && <><dt>{t("got")}</dt><dd className="actual"><Parts parts={diff?.actual ?? [{ text: showInvisible(actual), differs: false }]} /></dd></>}
    </dl>
  );
}

const SIGNS = { same: " ", expected: "−", actual: "+" } as const;
const SPOKEN = { same: null, expected: "expected", actual: "got" } as const;

/** Signs and words say which side a line is of; colour only repeats them. */
function Lines({ lines }: { lines: readonly DiffLine[] }) {
  const t = useMessages(messages);
  const sayOf = (side: keyof typeof SPOKEN) => {
    const key = SPOKEN[side];
    return key && `${t(key)}: `;
  };
  return (
    <div className="line-diff" role="region" aria-label={t("lineByLine")} tabIndex={0}>
      <p className="line-diff-key small muted" aria-hidden="true"><span>− {t("expected")}</span> <span>+ {t("got")}</span></p>
      {lines.map((line, index) => line.side === "cut"
        ? <p key={index} className="line-diff-cut small muted">{t("equalLines", { count: line.count })}</p>
        : (
          <div key={index} className={`line-diff-line ${line.side}`}>
            <span aria-hidden="true">{SIGNS[line.side]}</span>
            <code><span className="sr-only">{sayOf(line.side)}</span>{line.parts.length === 0 ? " " : <PartList parts={line.parts} />}</code>
          </div>
        ))}
    </div>
  );
}

function Parts({ parts }: { parts: readonly DiffPart[] }) {
  return <code><PartList parts={parts} /></code>;
}

function PartList({ parts }: { parts: readonly DiffPart[] }) {
  return <>{parts.map((part, index) => (part.differs ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>))}</>;
}
