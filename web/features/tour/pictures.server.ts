import after from './pictures/charge-after.jpg?inline';
import before from './pictures/charge-before.jpg?inline';

/** Drawings of ours with 示意图 on them, as the photographs a visitor has no phone to take. */
export const pictures: Record<'before' | 'after', Blob> = { before: blobOf(before), after: blobOf(after) };

function blobOf(address: string): Blob {
  return new Blob([Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')], { type: 'image/jpeg' });
}
