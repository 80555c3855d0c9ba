import type { BodyFile, BodyKind, BodyWords, Seat } from './contract.ts';

export type NameFile = {
  roles?: Record<string, string>;
  bodies?: Record<string, string>;
  members?: Record<string, string | string[]>;
};

const plainSeats: Seat[] = [
  { post: '负责人', atLeast: 1, atMost: 1, party: false },
  { post: '成员', atLeast: 0, party: false },
];

/**
 * Puts the bodies of `names.yaml` together with what `bodies.yaml` says they are made of. A word of the tree may be a role
 * (a household that is the centre of its neighbours). Answers what is wrong as sentences.
 */
export function readBodyWords(names: NameFile, file: BodyFile): { words: BodyWords; problems: string[] } {
  const named = { ...labelsOf(names.bodies) };
  const roles = labelsOf(names.roles);
  for (const word of file.tree) if (!named[word] && roles[word]) named[word] = roles[word];
  const problems: string[] = [];
  const known = (word: string): void => {
    if (!named[word]) problems.push(`bodies.yaml：没有“${word}”这个组织，请先写进 names.yaml。`);
  };
  for (const word of [
    ...file.tree,
    ...file.everybody,
    ...Object.keys(file.bodies),
    file.partyGroup.of,
    file.partyGroup.group,
  ])
    known(word);
  for (const { seats } of Object.values(file.bodies)) for (const { from = [] } of seats) from.forEach(known);
  for (const { parts } of Object.values(file.compositions))
    for (const { parties } of parts) for (const { body } of parties) if (body) known(body);
  const kinds: Record<string, BodyKind> = {};
  for (const [word, { label, level }] of Object.entries(named)) {
    const at = file.tree.indexOf(word);
    kinds[word] = {
      word,
      label,
      level,
      seats: file.bodies[word]?.seats ?? plainSeats,
      treeLevel: at < 0 ? null : at + 1,
      keeps: !file.everybody.includes(word),
    };
  }
  const holders = Object.fromEntries(
    Object.entries(names.members ?? {}).map(([word, held]) => [word, Array.isArray(held) ? held : [held]]),
  );
  return { words: { kinds, partyGroup: file.partyGroup, compositions: file.compositions, holders }, problems };
}

function labelsOf(entries: Record<string, string> = {}): Record<string, { label: string; level: string }> {
  return Object.fromEntries(
    Object.entries(entries).map(([key, level]) => {
      const [word = '', label = word] = key.split(/\s+/);
      return [word, { label, level }];
    }),
  );
}
