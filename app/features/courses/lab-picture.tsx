import { useMessages } from "../../i18n/use-messages.ts";
import { pictureMessages } from "./lab-picture-messages.ts";

/** What a lab looks like, drawn with the page's own pieces: it follows light and dark, and nothing has to load. */
export function LabPicture() {
  const t = useMessages(pictureMessages);
  return (
    <figure className="lab-picture" role="img" aria-label={t("words")}>
      <div className="sheet lab-picture-desk" aria-hidden="true">
        <div className="lab-picture-tabs"><b>parcel.js</b><span>prices.js</span><i>{t("saved")}</i></div>
        <pre>
          <span className="ln">1</span><span className="token-keyword">export function</span> <span className="token-function">heaviest</span>(parcels) {"{"}{"\n"}
          <span className="ln">2</span>  <span className="token-keyword">let</span> most = <span className="token-constant">0</span>;{"\n"}
          <span className="ln">3</span>  <span className="token-keyword">for</span> (<span className="token-keyword">const</span> parcel <span className="token-keyword">of</span> parcels) {"{"}{"\n"}
          <span className="ln">4</span>    most = Math.<span className="token-function">max</span>(most, parcel.kg);{"\n"}
          <span className="ln">5</span>  {"}"}{"\n"}
          <span className="ln hit">6</span><span className="hit">  <span className="token-keyword">return</span> Math.<span className="token-function">floor</span>(most) + <span className="token-string">" kg"</span>;</span>{"\n"}
          <span className="ln">7</span>{"}"}
        </pre>
        <div className="lab-picture-acts"><span className="button small">{t("run")}</span><span className="button small primary">{t("submit")}</span><i>{t("some")}</i></div>
        <div className="lab-picture-results">
          <p><b className="tone-good">✓</b> {t("first")}</p>
          <p><b className="tone-good">✓</b> {t("second")}</p>
          <div className="lab-picture-fail">
            <p><b className="tone-bad">✗</b> <b>{t("third")}</b></p>
            <p className="lab-picture-diff"><span>{t("expected")}</span><ins>12.5 kg</ins><span>{t("got")}</span><del>12 kg</del></p>
          </div>
        </div>
      </div>
    </figure>
  );
}
