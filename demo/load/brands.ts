import { seededRandom, type Random } from '../../shared/random.ts';
import { addDays, shanghaiDate, shanghaiInstant } from '../../shared/time.ts';
import type { Tx } from '#platform/database';
import { importBrands, importChoices, type KeptBrand, type KeptChoice } from '#modules/brands';
import type { CommunityCast } from '../contract.ts';
import { demoId } from './areas.ts';

type BrandEntry = Pick<KeptBrand, 'name' | 'slogan' | 'words' | 'story' | 'themes'> & {
  community: string;
  picture: string;
  venue: string;
  team: string;
  months: number;
  proofs?: { kind: 'promotion' | 'media'; title: string; givenBy: string; days: number }[];
};

type ChoiceEntry = {
  community: string;
  question: string;
  opened: number;
  closes: number;
  themes: { title: string; why: string; picture: string; voices: number }[];
  words: { theme: string; words: string; shown: boolean }[];
  decided?: { title: string; reason: string };
};

/** What brands.yaml holds. */
export type BrandsData = { brands: BrandEntry[]; choices: ChoiceEntry[] };

const monthDays = 30;
/** An ordinary moment of the day: never on the hour. */
const momentOf = (day: string, random: Random): string =>
  shanghaiInstant(day, random.between(9, 20), random.between(1, 59)).toISOString();

function brandOf({ community, workers }: CommunityCast, entry: BrandEntry, today: string, random: Random): KeptBrand {
  const { name, slogan, words, story, themes, months } = entry;
  const idOf = (kind: string, key: string): string => demoId(`${community.code}/${kind}/${key}`);
  const startedOn = addDays(today, -months * monthDays - random.between(0, 20));
  return {
    areaId: demoId(community.code),
    id: idOf('brand', 'own'),
    name,
    slogan,
    words,
    story: story.trim(),
    pictures: [entry.picture],
    venueId: idOf('venue', entry.venue),
    teamId: idOf('team', entry.team),
    seriesId: null,
    themes,
    owner: workers[0]?.name ?? '',
    startedOn,
    createdAt: momentOf(addDays(startedOn, 4), random),
    publishedAt: momentOf(addDays(startedOn, 46), random),
    proofs: (entry.proofs ?? []).map(({ kind, title, givenBy, days }) => ({
      id: idOf('brand-proof', title),
      kind,
      title,
      givenBy,
      givenOn: addDays(today, -days),
      link: '',
    })),
  };
}

function choiceOf(areaCode: string, entry: ChoiceEntry, today: string, random: Random): KeptChoice {
  const idOf = (key: string): string => demoId(`${areaCode}/brand-choice/${entry.question}/${key}`);
  const days = Math.max(1, Math.min(0, entry.closes) - entry.opened);
  const said = entry.themes.flatMap(({ title, voices }) => {
    const words = entry.words.filter(({ theme }) => theme === title);
    return Array.from({ length: voices }, (_, at) => ({
      title,
      words: words[at]?.words ?? '',
      shown: words[at]?.shown ?? false,
    }));
  });
  const closesOn = addDays(today, entry.closes);
  return {
    areaId: demoId(areaCode),
    id: idOf('choice'),
    question: entry.question,
    openedAt: momentOf(addDays(today, entry.opened - 1), random),
    closesOn,
    decided: entry.decided
      ? {
          themeId: idOf(entry.decided.title),
          reason: entry.decided.reason,
          at: momentOf(addDays(closesOn, 3), random),
        }
      : null,
    themes: entry.themes.map(({ title, why, picture }) => ({ id: idOf(title), title, why, picture })),
    voices: said.map(({ title, ...voice }, at) => ({
      ...voice,
      id: idOf(`voice/${at}`),
      themeId: idOf(title),
      voter: `person:${idOf(`voter/${at}`)}`,
      at: momentOf(addDays(today, entry.opened + random.between(0, days - 1)), random),
    })),
  };
}

/** The brand of one community, and the choices by which its residents find its themes. */
export function loadBrands(tx: Tx, one: CommunityCast, { data, now }: { data: BrandsData; now: Date }): void {
  const { name, code } = one.community;
  const today = shanghaiDate(now);
  const random = seededRandom(`liren/brands/${code}`);
  const own = <Entry extends { community: string }>(entries: Entry[]): Entry[] =>
    entries.filter(({ community }) => community === name);
  importBrands(
    tx,
    own(data.brands).map((entry) => brandOf(one, entry, today, random)),
  );
  importChoices(
    tx,
    own(data.choices).map((entry) => choiceOf(code, entry, today, random)),
  );
}
