/** What a lab looks like, drawn with the page's own pieces: it follows light and dark, and nothing has to load. */
export function LabPicture() {
  return (
    <figure className="lab-picture" role="img" aria-label="A lab: a short JavaScript function in an editor, and below it its tests. Two pass. One fails and shows that 12.5 kg was expected and 12 kg came back.">
      <div className="sheet lab-picture-desk" aria-hidden="true">
        <div className="lab-picture-tabs"><b>parcel.js</b><span>prices.js</span><i>Saved</i></div>
        <pre>
          <span className="ln">1</span><span className="token-keyword">export function</span> <span className="token-function">heaviest</span>(parcels) {"{"}{"\n"}
          <span className="ln">2</span>  <span className="token-keyword">let</span> most = <span className="token-constant">0</span>;{"\n"}
          <span className="ln">3</span>  <span className="token-keyword">for</span> (<span className="token-keyword">const</span> parcel <span className="token-keyword">of</span> parcels) {"{"}{"\n"}
          <span className="ln">4</span>    most = Math.<span className="token-function">max</span>(most, parcel.kg);{"\n"}
          <span className="ln">5</span>  {"}"}{"\n"}
          <span className="ln hit">6</span><span className="hit">  <span className="token-keyword">return</span> Math.<span className="token-function">floor</span>(most) + <span className="token-string">" kg"</span>;</span>{"\n"}
          <span className="ln">7</span>{"}"}
        </pre>
        <div className="lab-picture-acts"><span className="button small">Run</span><span className="button small primary">Submit</span><i>2 of 3 pass · 9 ms</i></div>
        <div className="lab-picture-results">
          <p><b className="tone-good">✓</b> finds the heaviest parcel</p>
          <p><b className="tone-good">✓</b> an empty van gives 0 kg</p>
          <div className="lab-picture-fail">
            <p><b className="tone-bad">✗</b> <b>keeps half kilograms</b></p>
            <p className="lab-picture-diff"><span>expected</span><ins>12.5 kg</ins><span>got</span><del>12 kg</del></p>
          </div>
        </div>
      </div>
    </figure>
  );
}
