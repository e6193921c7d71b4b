import { CircleDashed, ShieldCheck } from "lucide-react";
import type { Protection } from "../../../sandbox/contract.ts";
import { retell } from "../../i18n/retell.ts";
import { useLocale, useMessages } from "../../i18n/use-messages.ts";
import { layerMessages } from "./layer-messages.ts";
import { messages } from "./messages.ts";

/** What stands between a broken-out program and this machine: versions, and layers of the operating system. */
export function ProtectionPart({ protection }: { protection: Protection }) {
  const t = useMessages(messages);
  const locale = useLocale();
  const tell = (text: string) => retell(layerMessages, locale, text);
  const { layers, versions } = protection;
  const active = layers.filter((layer) => layer.active).length;
  return (
    <section className="sheet" aria-labelledby="protection">
      <div className="list-title">
        <div className="row"><h2 id="protection" className="h3">{t("protection")}</h2><span className="muted small">{t("layersActive", { active: String(active), all: String(layers.length) })}</span></div>
        <p className="muted small">{t("protectionHelp")}</p>
      </div>
      <ul className="list layer-list">
        {layers.map(({ active: isActive, detail, remedy, ...layer }) => ({ isActive, detail, remedy, name: tell(layer.name), stops: tell(layer.stops) })).map(({ name, isActive, stops, detail, remedy }) => (
          <li key={name}>
            {isActive ? <ShieldCheck className="tone-good" size={20} aria-hidden /> : <CircleDashed className="tone-attention" size={20} aria-hidden />}
            <div>
              <h3>{name.charAt(0).toUpperCase() + name.slice(1)} <span className={isActive ? "tag good" : "tag attention"}>{t(isActive ? "active" : "missing")}</span></h3>
              <p>{t("stops", { what: stops.charAt(0).toLowerCase() + stops.slice(1) })}</p>
              <p className="muted small">{tell(detail)}</p>
              {remedy !== null && <p className="small"><b>{t("toHave")}</b> {tell(remedy)}</p>}
            </div>
          </li>
        ))}
      </ul>
      <dl className="side-part pairs version-list">
        {versions.map(({ name, version, floor }) => <div key={name}><dt>{name}</dt><dd>{version} <span className="muted small">{t("atLeast", { version: floor })}</span></dd></div>)}
      </dl>
    </section>
  );
}
