/** Who finds an entry by its words. `face`: what a record shows to everybody; the others: the record's own visibility. */
export type Audience = 'face' | 'public' | 'area' | 'parties' | 'restricted';
export type EntryKind = 'matter' | 'notice' | 'activity';

/** What one record is found by. */
export type Entry = {
  areaId: string;
  kind: EntryKind;
  id: string;
  audience: Audience;
  /** Newer is found first. */
  at: string;
  title: string;
  text: string;
  /** The public number of the record: `370303001001-2026-000123`. */
  number?: string;
};

/** What somebody looks for, taken apart. */
export type Asked = {
  /** As it was typed, tidied. */
  text: string;
  /** Words that all must occur, each as the pieces it is found by. */
  words: { word: string; pieces: Piece[] }[];
  /** The end of a number: `2026-123`, `0123`. */
  number: string | null;
  /** The code of the area a whole number names. */
  areaCode: string | null;
};
/** A piece of a word; `begins`: whatever begins with it. */
export type Piece = { piece: string; begins: boolean };

/** Where a page ends: tier, time, id. */
export type Place = { tier: number; at: string; id: string };
export type Found = Place & { areaId: string; kind: EntryKind; audience: Audience };
