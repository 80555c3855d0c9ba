import type { AllowedAction, MatterDetail } from '#contract/matters';
import type { AtOnce } from './grid-read.ts';
import type { PlaceChoice, Readable } from './read-asked.ts';
import type { Report } from './report-form.tsx';

/** What a form says of itself, so that the script of the page can keep it when there is no network. */
export type Keepable = ActKeepable | ReportKeepable | DutyKeepable | AttendanceKeepable;

export type ActKeepable = {
  kind: 'act';
  areaId: string;
  number: string;
  title: string;
  label: string;
  version: number;
  action: Pick<AllowedAction, 'id' | 'needsReason' | 'asks'> & { fields: Readable[] };
  /** The action her words may be added by when somebody acted first. */
  keeper: string | null;
};

export type ReportKeepable = {
  kind: 'report';
  areaId: string;
  method: string;
  action: string;
  title: string;
  label: string;
  fields: Readable[];
  atOnce: AtOnce;
  places: PlaceChoice[];
};

export type DutyKeepable = {
  kind: 'duty';
  areaId: string;
  set: string;
  duties: string[];
  subject: { kind: string; id: string };
  title: string;
  label: string;
  /** As they stand in the form, under names of their own. */
  fields: Readable[];
  /** The answers of one press: nothing was found. */
  quick: Record<string, unknown> | null;
  finding: { method: string; fields: Readable[]; places: PlaceChoice[] } | null;
};

export type AttendanceKeepable = {
  kind: 'attendance';
  areaId: string;
  activityId: string;
  sessionId: string;
  title: string;
  label: string;
};

// A worker's note, or a reporter's addition: they add, and overwrite nothing.
const keepers = ['track', 'supplement'];

/** Only what is needed to read a field from a form. */
export function slim(fields: readonly Readable[]): Readable[] {
  return fields.map(({ id, type, many, optional, label, if: only }) => ({
    id,
    type,
    many,
    optional,
    label: { zh: label.zh, en: '' },
    ...(only === undefined ? {} : { if: only }),
  }));
}

type Matter = Pick<MatterDetail, 'areaId' | 'number' | 'title' | 'version' | 'actions'>;

/** The attribute of a form that acts on a matter. */
export function keepsAct(matter: Matter, action: AllowedAction, label: string): { 'data-operation': string } {
  const { areaId, number, title, version, actions } = matter;
  const { id, needsReason, asks, fields } = action;
  const keepable: ActKeepable = {
    kind: 'act',
    areaId,
    number,
    title,
    label,
    version,
    action: { id, needsReason, ...(asks ? { asks } : {}), fields: slim(fields) },
    keeper: actions.find((one) => keepers.includes(one.id))?.id ?? null,
  };
  return { 'data-operation': JSON.stringify(keepable) };
}

/** The attribute of the form that reports something new. */
export function keepsReport(areaId: string, report: Report, places: PlaceChoice[]): { 'data-operation': string } {
  const keepable: ReportKeepable = {
    kind: 'report',
    areaId,
    method: report.method.id,
    action: report.action,
    title: report.method.name.zh,
    label: '上报',
    fields: slim(report.fields),
    atOnce: report.atOnce.map(({ action, fields }) => ({ action, fields: slim(fields) })),
    places,
  };
  return { 'data-operation': JSON.stringify(keepable) };
}
