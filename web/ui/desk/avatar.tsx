/** A face, or the first character of the name. Always beside the name itself. */
export function Avatar({ name, face }: { name: string; face: string | null }) {
  return (
    <span className="av" aria-hidden="true">
      {face ? <img src={`/illustrations/face-${face}.svg`} alt="" /> : name.slice(0, 1)}
    </span>
  );
}
