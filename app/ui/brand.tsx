/** The ladder sign and the name. */
export function Brand() {
  return (
    <>
      <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" aria-hidden="true">
        <path d="M5 2v16M15 2v16M5 6h10M5 10.5h10M5 15h10" />
      </svg>
      Rung
    </>
  );
}
