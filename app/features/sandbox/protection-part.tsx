import { CircleDashed, ShieldCheck } from "lucide-react";
import type { Protection } from "../../../sandbox/contract.ts";

/** What stands between a broken-out program and this machine: versions, and layers of the operating system. */
export function ProtectionPart({ protection }: { protection: Protection }) {
  const { layers, versions } = protection;
  const active = layers.filter((layer) => layer.active).length;
  return (
    <section className="sheet" aria-labelledby="protection">
      <div className="list-title">
        <div className="row"><h2 id="protection" className="h3">Protection</h2><span className="muted small">{active} of {layers.length} layers are active</span></div>
        <p className="muted small">Programs run in isolates, which give them no file, process or network. The layers hold what would break out of one; each was tried when the server started, and none is required.</p>
      </div>
      <ul className="list layer-list">
        {layers.map(({ name, active: isActive, stops, detail, remedy }) => (
          <li key={name}>
            {isActive ? <ShieldCheck className="tone-good" size={20} aria-hidden /> : <CircleDashed className="tone-attention" size={20} aria-hidden />}
            <div>
              <h3>{name.charAt(0).toUpperCase() + name.slice(1)} <span className={isActive ? "tag good" : "tag attention"}>{isActive ? "active" : "missing"}</span></h3>
              <p>Stops: {stops.charAt(0).toLowerCase() + stops.slice(1)}</p>
              <p className="muted small">{detail}</p>
              {remedy !== null && <p className="small"><b>To have it:</b> {remedy}</p>}
            </div>
          </li>
        ))}
      </ul>
      <dl className="side-part pairs version-list">
        {versions.map(({ name, version, floor }) => <div key={name}><dt>{name}</dt><dd>{version} <span className="muted small">at least {floor}</span></dd></div>)}
      </dl>
    </section>
  );
}
