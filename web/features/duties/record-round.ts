import type { AppLoadContext } from 'react-router';
import type { DutyItem } from '#contract/duties';
import { sendAllPhotos } from '../matters/grid-act.ts';
import { readHandled } from '../matters/grid-read.ts';
import type { Reporting } from '../matters/grid-reporting.ts';
import { missingFrom, problemsByField, type Values } from '../matters/read-asked.ts';
import type { Kept } from '../matters/send-photos.ts';
import { dutyField, fieldsOf, roundsOf, waitingOf, type DutyRound } from './rounds.ts';

/** The round that an address names: a set and a subject, and one duty where duties are recorded one by one. */
export function findRound(
  items: readonly DutyItem[],
  wanted: { areaId?: string | undefined; set?: string | undefined; subject?: string | undefined; duty: string | null },
): DutyRound | null {
  const rounds = roundsOf(items).filter(
    ({ first }) => first.areaId === wanted.areaId && first.set === wanted.set && first.subject.id === wanted.subject,
  );
  return rounds.find(({ items: own }) => own.some(({ duty }) => duty === wanted.duty)) ?? rounds[0] ?? null;
}

/** What was sent: the answers of the duties, those of a finding, and what is wrong with either. */
export type SentRound = {
  answers: Values;
  /** The same answers by the names they have in the form. */
  typed: Values;
  finding: Values;
  kept: Kept[];
  keptFound: Kept[];
  problems: Record<string, string>;
  refusedFields(fields: Record<string, string> | undefined): Record<string, string>;
};

const unprefixed = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id.replace(/^duty-/, ''), value]));

/** Reads a round from a form sent with or without scripts, and sends its pictures. */
export async function answersOf(
  context: AppLoadContext,
  form: FormData,
  round: DutyRound,
  reporting: Reporting | null,
): Promise<SentRound> {
  const { areaId } = round.first;
  const asked = fieldsOf(waitingOf(round))
    .filter(({ optional }) => !reporting || !optional)
    .map(dutyField);
  const found = reporting?.report.fields ?? [];
  const places = reporting ? [...reporting.near, ...reporting.spots] : [];
  const first = await sendAllPhotos(context, areaId, form, asked);
  const second = await sendAllPhotos(context, areaId, form, found);
  const typed = readHandled(asked, form, []);
  const finding = readHandled(found, form, places);
  return {
    answers: unprefixed(typed),
    typed,
    finding,
    kept: first.kept,
    keptFound: second.kept,
    problems: {
      ...missingFrom(asked, typed),
      ...missingFrom(found, finding),
      ...first.problems,
      ...second.problems,
    },
    refusedFields: (fields) => {
      const own = problemsByField(fields);
      return { ...own, ...Object.fromEntries(Object.entries(own).map(([id, said]) => [`duty-${id}`, said])) };
    },
  };
}

/** The request of a round: what still waits of it; done a second time, all of it. */
export function sentRound(round: DutyRound, sent: SentRound, method: string | null) {
  const { set, subject } = round.first;
  return {
    set,
    duties: waitingOf(round).items.map(({ duty }) => duty),
    subject: { kind: subject.kind, id: subject.id },
    form: sent.answers,
    madeAgoSeconds: 0,
    ...(method ? { finding: { method, form: sent.finding } } : {}),
  };
}
