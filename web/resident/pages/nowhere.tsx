import { data } from 'react-router';

/** Any other address: matched, so that the help it gets is drawn as a page of ours. */
export function loader(): never {
  throw data({}, { status: 404 });
}

export default function Nowhere(): null {
  return null;
}
