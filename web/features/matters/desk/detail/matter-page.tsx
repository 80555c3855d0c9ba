export function MatterPage() {
  return <p>MatterPage</p>;
}
