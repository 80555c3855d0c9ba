/** Stalls, contests, reading and drafts (`programmes.yaml`). */
export type ProgrammesData = {
  stalls: { name: string; service: string; keeper: string; least: number; most: number }[];
  market: { title: string; summary: string; place: string; organisers: string[] };
  contest: Record<'series' | 'theme' | 'story' | 'past' | 'open' | 'summary' | 'place' | 'host', string> & {
    organisers: string[];
    criteria: { name: string; points: number }[];
    bands: string[];
    honours: string[];
    works: { title: string; band: string; picture: string; words: string }[];
    signed: string[];
  };
  books: string[];
  words: string[];
  drafts: {
    title: string;
    kind: 'festival' | 'lecture';
    summary: string;
    place: string;
    themes: string[];
    audiences: string[];
    broad: boolean;
    seats: number;
    days: number;
    submit: boolean;
  }[];
};
