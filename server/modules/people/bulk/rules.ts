export type Duplicates = 'skip' | 'update' | 'merge';

type Key = { idNumberIndex: string | null; phoneIndex: string | null; nameIndex: string };

/**
 * Finds the resident on record who is the same person: by citizen number; where one of the two has none, by telephone and
 * name together.
 */
export function twinFinder<Known extends Key>(known: readonly Known[]): (one: Key) => Known | undefined {
  const byNumber = new Map(known.flatMap((one) => (one.idNumberIndex ? [[one.idNumberIndex, one]] : [])));
  const byPhone = new Map<string, Known[]>();
  for (const one of known) {
    const key = phoneKey(one);
    if (key) byPhone.set(key, [...(byPhone.get(key) ?? []), one]);
  }
  return (one) => {
    const same = one.idNumberIndex ? byNumber.get(one.idNumberIndex) : undefined;
    if (same) return same;
    const others = byPhone.get(phoneKey(one) ?? '') ?? [];
    return others.find((other) => one.idNumberIndex === null || other.idNumberIndex === null);
  };
}

function phoneKey({ phoneIndex, nameIndex }: Key): string | null {
  return phoneIndex && `${phoneIndex} ${nameIndex}`;
}

/** What of a resident a file may change. */
type Changeable = Key & {
  nameSealed: string;
  nameMasked: string;
  phoneSealed: string | null;
  phoneMasked: string | null;
  idNumberSealed: string | null;
  birthYear: number | null;
  gender: string | null;
  noteSealed: string | null;
  householdId: string | null;
  tags: string[];
};

const groups: (keyof Changeable)[][] = [
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
export function mergedWith<Values extends Changeable>(
  known: Values,
  row: Values,
  duplicates: 'update' | 'merge',
): Values | null {
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
  return isChanged ? { ...(merged as Values), tags } : null;
}
