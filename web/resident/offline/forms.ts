import type { Operation, QueuedPhoto, Told } from '../../lib/offline/queue.ts';
import { readTicks } from '../../features/activities/read-ticks.ts';
import type {
  ActKeepable,
  AttendanceKeepable,
  DutyKeepable,
  Keepable,
  ReportKeepable,
} from '../../features/matters/grid-keep.ts';
import { bodyOf, missingOf, readAct, readHandled, resultStepOf, thenOf } from '../../features/matters/grid-read.ts';
import { inputName, missingFrom, type Readable, type Values } from '../../features/matters/read-asked.ts';
import { typedWords } from '../../features/matters/typed-words.ts';
import { newId } from './vault.ts';

/** A form as a call to be made later, with its pictures still as files. */
export type Drafted = {
  operation: Omit<Operation, 'seq' | 'made'>;
  files: { photo: QueuedPhoto; file: File }[];
  problems: Record<string, string>;
};

// What only adds overwrites nobody: it needs no version.
const adds = ['track', 'supplement'];
const notTyped = ['key', 'version', 'back', 'action'];

export function keepableOf(form: HTMLFormElement): Keepable | null {
  const said = form.dataset.operation;
  return said ? (JSON.parse(said) as Keepable) : null;
}

/** What the form says, as one operation. Nothing is sent and nothing kept yet. */
export function draft(keepable: Keepable, form: FormData): Drafted {
  if (keepable.kind === 'duty') return draftDuty(keepable, form);
  if (keepable.kind === 'attendance') return draftAttendance(keepable, form);
  return keepable.kind === 'act' ? draftAct(keepable, form) : draftReport(keepable, form);
}

const own = (id: string): string => id.replace(/^duty-/, '');

function draftDuty(keepable: DutyKeepable, form: FormData): Drafted {
  const { areaId, set, duties, subject, fields, quick, finding } = keepable;
  const files = [
    ...filesOf(fields, form, (id) => ['form', own(id)]),
    ...filesOf(finding?.fields ?? [], form, (id) => ['finding', 'form', id]),
  ];
  const answers = readHandled(fields, form, []);
  const found = readHandled(finding?.fields ?? [], form, finding?.places ?? []);
  const body = {
    set,
    duties,
    subject,
    form: quick ?? Object.fromEntries(Object.entries(answers).map(([id, value]) => [own(id), value])),
    ...(finding ? { finding: { method: finding.method, form: found } } : {}),
  };
  const chosen = present(files);
  const problems = quick
    ? {}
    : {
        ...missingFrom(fields, {
          ...answers,
          ...Object.fromEntries(Object.keys(chosen).map((id) => [`duty-${id}`, '1'])),
        }),
        ...missingFrom(finding?.fields ?? [], { ...found, ...chosen }),
      };
  const path = `/api/v1/areas/${areaId}/duty-records`;
  const operation = blank(keepable, form, { path, body, subject: subjectOf(keepable), keeper: null, seen: null });
  return { operation: { ...operation, photos: files.map(({ photo }) => photo) }, files, problems };
}

function draftAttendance(keepable: AttendanceKeepable, form: FormData): Drafted {
  const { areaId, activityId, sessionId } = keepable;
  const path = `/api/v1/areas/${areaId}/activities/${activityId}/sessions/${sessionId}/attendances`;
  const body = readTicks(form);
  const subject = subjectOf(keepable);
  return {
    operation: blank(keepable, form, { path, body, subject, keeper: null, seen: null }),
    files: [],
    problems: {},
  };
}

/** What an operation of this form happens to; a report is a subject of its own each time. */
export function subjectOf(keepable: ActKeepable | DutyKeepable | AttendanceKeepable): string {
  if (keepable.kind === 'act') return `matter:${keepable.number}`;
  if (keepable.kind === 'attendance') return `attendance:${keepable.sessionId}`;
  return `duty:${keepable.set}:${keepable.subject.id}:${keepable.duties.join('+')}`;
}

function draftAct(keepable: ActKeepable, form: FormData): Drafted {
  const { areaId, number, action, version, keeper } = keepable;
  const files = filesOf(action.fields, form, (id) => ['form', id]);
  const typed = readAct(action.fields, form);
  const body = { ...bodyOf(typed), ...(adds.includes(action.id) ? {} : { version }) };
  const problems = missingOf(action, { ...typed, values: { ...typed.values, ...present(files) } });
  const path = `/api/v1/areas/${areaId}/matters/${number}/actions/${action.id}`;
  const operation = blank(keepable, form, { path, body, subject: subjectOf(keepable), keeper, seen: version });
  return { operation: { ...operation, photos: files.map(({ photo }) => photo) }, files, problems };
}

function draftReport(keepable: ReportKeepable, form: FormData): Drafted {
  const { areaId, method, action, fields, atOnce, places } = keepable;
  const done = form.has('atOnce') && resultStepOf(atOnce) !== undefined;
  const later = done ? atOnce.flatMap((step) => step.fields) : [];
  const stepOf = (id: string): string => String(atOnce.findIndex((step) => step.fields.some((one) => one.id === id)));
  const files = [
    ...filesOf(fields, form, (id) => ['form', id]),
    ...filesOf(later, form, (id) => ['then', stepOf(id), 'form', id]),
  ];
  const values = readHandled(fields, form, places);
  const results = readHandled(later, form, places);
  const name = String(form.get('behalfName') ?? '').trim();
  const phone = String(form.get('behalfPhone') ?? '').trim();
  const body = {
    method,
    action,
    form: values,
    then: thenOf(atOnce, results, done),
    ...(name ? { onBehalfOf: { name, ...(phone ? { phone } : {}) } } : {}),
  };
  const problems = missingFrom([...fields, ...later], { ...values, ...results, ...present(files) });
  const path = `/api/v1/areas/${areaId}/matters`;
  const operation = blank(keepable, form, { path, body, subject: `report:${newId()}`, keeper: null, seen: null });
  return { operation: { ...operation, photos: files.map(({ photo }) => photo) }, files, problems };
}

type Aim = Pick<Operation, 'path' | 'body' | 'subject' | 'keeper' | 'seen'>;

function blank(keepable: Keepable, form: FormData, aim: Aim): Omit<Operation, 'seq' | 'made'> {
  return {
    ...aim,
    id: newId(),
    filesPath: `/api/v1/areas/${keepable.areaId}/files`,
    photos: [],
    told: toldOf(keepable, form),
    state: 'waiting',
    wasHanded: false,
    tries: 0,
    notBefore: 0,
    trouble: null,
  };
}

function toldOf(keepable: Keepable, form: FormData): Told {
  if (keepable.kind === 'attendance') {
    const { ticks } = readTicks(form);
    const words = `${ticks.filter((one) => one.there).length} 人`;
    return { title: keepable.title, label: keepable.label, words, typed: [] };
  }
  const fields = keepable.kind === 'act' ? keepable.action.fields : keepable.fields;
  const labels = fields.map(({ id, label }) => ({ id, label, type: '', text: '', private: false }));
  const typed: Told['typed'] = [];
  form.forEach((value, name) => {
    if (typeof value === 'string' && value !== '' && !notTyped.includes(name)) typed.push([name, value]);
  });
  return {
    title: keepable.title,
    label: keepable.label,
    words: typedWords(form, { fields: labels, actions: [] }),
    typed,
  };
}

function filesOf(fields: readonly Readable[], form: FormData, into: (id: string) => string[]): Drafted['files'] {
  return fields
    .filter(({ type }) => type === 'images')
    .flatMap(({ id }) =>
      form
        .getAll(inputName({ id }))
        .filter((one): one is File => one instanceof File && one.size > 0)
        .map((file) => {
          const photo = { id: newId(), into: into(id), name: file.name || 'photo.jpg', type: file.type, fileId: null };
          return { photo, file };
        }),
    );
}

/** A picture that is chosen but has no id yet is not missing. */
function present(files: Drafted['files']): Values {
  return Object.fromEntries(files.map(({ photo }) => [photo.into[photo.into.length - 1] ?? '', photo.id]));
}
