import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { BrandsData } from './load/brands.ts';
import type { DeliberationData } from './deliberation.ts';
import type { PublicityEntry } from './load/publicity.ts';
import type { FundsData, StoryEntry } from './funds.ts';
import type { ProgrammesData } from './programmes.ts';
import type { Areas, DemoData, OpenEntry, People, Subject, Voices } from './contract.ts';
import type { OrganisationsData } from './owners.ts';
import type { ProcedureEntry } from './procedures.ts';
import type { TeamEntry } from './teams.ts';
import type { WorkEntry } from './works.ts';

/** The works of the demo city, as its data file has them. */
export function readWorks(folder = import.meta.dirname): WorkEntry[] {
  return (parse(readFileSync(join(folder, 'works.yaml'), 'utf8')) as { works: WorkEntry[] }).works;
}

/** The procedures of deliberation that run in the demo city, as its data file has them. */
export function readProcedures(folder = import.meta.dirname): ProcedureEntry[] {
  return parse(readFileSync(join(folder, 'procedures.yaml'), 'utf8')) as ProcedureEntry[];
}

/** The public money of the demo city, as its data file has it. */
export function readFunds(folder = import.meta.dirname): FundsData {
  return parse(readFileSync(join(folder, 'funds.yaml'), 'utf8')) as FundsData;
}

/** What was done with public money, as its data file tells it. */
export function readMoneyStories(folder = import.meta.dirname): StoryEntry[] {
  return parse(readFileSync(join(folder, 'money-stories.yaml'), 'utf8')) as StoryEntry[];
}

/** The teams of the demo city, as its data file has them. */
export function readTeams(folder = import.meta.dirname): TeamEntry[] {
  return (parse(readFileSync(join(folder, 'teams.yaml'), 'utf8')) as { teams: TeamEntry[] }).teams;
}

/** Reads the demo city's data files from its folder. They are ours and tested: a broken one is a bug, not an input. */
export function readDemo(folder = import.meta.dirname): DemoData {
  const read = <T>(...path: string[]): T => parse(readFileSync(join(folder, ...path), 'utf8')) as T;
  const stories = readdirSync(join(folder, 'stories')).filter((name) => /^\d.*\.yaml$/.test(name));
  return {
    areas: read<Areas>('areas.yaml'),
    people: read<People>('people.yaml'),
    subjects: stories.toSorted().flatMap((name) => read<Subject[]>('stories', name)),
    voices: read<Voices>('stories', 'voices.yaml'),
    open: read<OpenEntry[]>('open.yaml'),
    notices: read<DemoData['notices']>('notices.yaml'),
    activities: read<DemoData['activities']>('activities.yaml'),
    figures: read<DemoData['figures']>('figures.yaml'),
    venues: read<DemoData['venues']>('venues.yaml'),
    assessment: read<DemoData['assessment']>('assessment.yaml'),
    registers: read<DemoData['registers']>('registers.yaml'),
    bookings: read<DemoData['bookings']>('bookings.yaml'),
  };
}

/** Stalls, contests, reading and drafts. */
export function readProgrammes(folder = import.meta.dirname): ProgrammesData {
  return parse(readFileSync(join(folder, 'programmes.yaml'), 'utf8')) as ProgrammesData;
}

/** Reads what is written of the bodies and the owners of the demo city. */
export function readOrganisations(folder = import.meta.dirname): OrganisationsData {
  return parse(readFileSync(join(folder, 'organisations.yaml'), 'utf8')) as OrganisationsData;
}

/** What hangs in the demo city, as its data file has it. */
export function readPublicity(folder = import.meta.dirname): PublicityEntry[] {
  return parse(readFileSync(join(folder, 'publicity.yaml'), 'utf8')) as PublicityEntry[];
}

/** Reads what is written of the brands of the demo city. */
export function readBrands(folder = import.meta.dirname): BrandsData {
  return parse(readFileSync(join(folder, 'brands.yaml'), 'utf8')) as BrandsData;
}

/** Reads what the demo city deliberates. */
export function readDeliberation(folder = import.meta.dirname): DeliberationData {
  return parse(readFileSync(join(folder, 'deliberation.yaml'), 'utf8')) as DeliberationData;
}
