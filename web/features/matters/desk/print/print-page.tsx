export function PrintPage() {
  return <p>PrintPage</p>;
}
