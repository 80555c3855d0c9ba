import type { PersonValues } from '../residents/store.ts';

export type Duplicates = 'skip' | 'update' | 'merge';

type Key = { idNumberIndex: string | null; phoneIndex: string | null; nameIndex: string };

/** The resident on record who is the same person: by citizen number; without one, by telephone and name together. Source: N48. */
export function twinOf<Known extends Key>(one: Key, known: readonly Known[]): Known | undefined {
  if (one.idNumberIndex) {
    const same = known.find((other) => other.idNumberIndex === one.idNumberIndex);
    if (same) return same;
  }
  return known.find(
    (other) =>
      one.phoneIndex !== null &&
      other.phoneIndex === one.phoneIndex &&
      other.nameIndex === one.nameIndex &&
      (one.idNumberIndex === null || other.idNumberIndex === null),
  );
}

const groups: (keyof PersonValues)[][] = [
  ['nameSealed', 'nameIndex', 'nameMasked'],
  ['phoneSealed', 'phoneIndex', 'phoneMasked'],
  ['idNumberSealed', 'idNumberIndex'],
  ['birthYear'],
  ['gender'],
  ['noteSealed'],
  ['householdId'],
];

/**
 * A resident on record after a row of a file: `update` lets what the row says win, `merge` fills only what is empty. What the
 * row leaves empty stays either way. Null when nothing changes.
 */
export function mergedWith(
  known: PersonValues,
  row: PersonValues,
  duplicates: 'update' | 'merge',
): PersonValues | null {
  const merged: Record<string, unknown> = { ...known };
  let isChanged = false;
  for (const group of groups) {
    const [first] = group;
    if (!first || row[first] === null || (duplicates === 'merge' && known[first] !== null)) continue;
    // Sealed texts differ each time: what is indexed tells whether they say the same.
    const compared = group.find((key) => String(key).endsWith('Index')) ?? first;
    if (known[compared] === row[compared]) continue;
    for (const key of group) merged[key] = row[key];
    isChanged = true;
  }
  const tags =
    duplicates === 'merge' ? [...new Set([...known.tags, ...row.tags])] : row.tags.length > 0 ? row.tags : known.tags;
  if (tags.join() !== known.tags.join()) isChanged = true;
  return isChanged ? { ...(merged as PersonValues), tags } : null;
}
