import { Radio } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./desk-messages.ts";
import { ariaKeys } from "./lab-keys.ts";
import type { LiveView } from "./use-live-runs.ts";

interface LiveToggleProps {
  live: LiveView;
  isMac: boolean;
  onToggle: () => void;
}

/** Live results on and off, and why they stand still when they do. */
export function LiveToggle({ live, isMac, onToggle }: LiveToggleProps) {
  const t = useMessages(messages);
  const isRunning = live.isOn && live.stop === null;
  const state = live.stop === "slow" ? t("liveSlow") : live.stop === "limit" ? t("liveLimit") : null;
  return (
    <span className="live-toggle needs-scripts">
      {state && <span className="small muted" role="status">{state}</span>}
      <button type="button" className="button quiet small" aria-pressed={isRunning} onClick={onToggle} title={t("liveHelp")} aria-keyshortcuts={ariaKeys("live", isMac)}>
        <Radio size={15} aria-hidden /> {t("live")} <span className="live-toggle-state" aria-hidden="true">{isRunning ? t("liveOn") : t("liveOff")}</span>
      </button>
    </span>
  );
}
