/** A share as a bar beside its numbers; `mark` is where a threshold lies, 0 to 1. */
export function TurnoutBar({
  part,
  whole,
  mark,
  under,
}: {
  part: number;
  whole: number;
  mark?: number;
  under?: number;
}) {
  const width = (value: number): number => (whole > 0 ? Math.min(1000, Math.floor((value / whole) * 1000)) : 0);
  return (
    <svg className="turnout-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="ground" width="1000" height="10" />
      {under !== undefined && <rect className="under" width={width(under)} height="10" />}
      <rect className="fill" width={width(part)} height="10" />
      {mark !== undefined && <rect className="mark" x={Math.round(mark * 1000) - 2} width="4" height="10" />}
    </svg>
  );
}
