import { Fragment } from "react";
import { useLocale } from "../../i18n/use-messages.ts";
import { wordGate } from "./gate-words.ts";
import type { GateView } from "./gates.ts";
import { Link } from "../../ui/link.tsx";

/** One missing gate in words, its title a link. */
export function GateWords({ gate }: { gate: GateView }) {
  const locale = useLocale();
  const mark = "\u0001";
  const [before = "", after = ""] = wordGate(locale, gate, mark).split(mark);
  return <>{before}<Link to={gate.path}>{gate.title}</Link>{after}</>;
}

/** Several of them in one line. */
export function GateLine({ gates }: { gates: readonly GateView[] }) {
  return <>{gates.map((gate, index) => <Fragment key={gate.path + gate.kind}>{index > 0 && "; "}<GateWords gate={gate} /></Fragment>)}</>;
}
