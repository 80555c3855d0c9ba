import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import { timeName } from '#kernel/workflow';
import type { Method } from '#kernel-contract/workflow';
import { addDays, durationName, hourMs } from '#shared/time';
import { refuse } from '#shared/refusal';
import { channelNames, type StepFigures } from '../contract.ts';
import { listScope, stepsAside, type MattersContext } from '../list/service.ts';
import * as store from './store.ts';

/**
 * Time per step, shares in time, satisfied and closed in the grid, each with its numerator and denominator.
 * Source: N72, X27, C79, C81.
 */
export async function readFigures(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  input: { areaId: string; method: string; from: string; to: string; now: Date },
): Promise<StepFigures> {
  const scope = listScope(context, actor, input.areaId, { limit: 1 }, input.now);
  if (!scope.mayReadArea)
    refuse({
      code: 'permission.denied',
      status: 403,
      zh: '您不能看这个辖区的统计。',
      en: 'You may not read the figures of this area.',
    });
  return figuresOf(reader, context, { ...input, areaIds: scope.areaIds });
}

export async function figuresOf(
  reader: Reader,
  context: MattersContext,
  input: { areaIds: string[]; method: string; from: string; to: string },
): Promise<StepFigures> {
  const method =
    context.shelf.original(input.method)?.method ??
    refuse({ code: 'method.unknown', status: 404, zh: '没有这个工作法。', en: 'There is no such method.' });
  const period = { areaIds: input.areaIds, method: method.id, from: input.from, to: addDays(input.to, 1) };
  const reply = method.steps.find((step) =>
    step.forms.some((form) => method.forms[form]?.fields.some((field) => field.id === method.present.reply)),
  );
  const [times, ends, categories, channels] = await Promise.all([
    store.readStepTimes(reader, period),
    store.readEnds(reader, period, { aside: stepsAside(context, method.id), reply: reply?.id ?? null }),
    store.readGroups(reader, period, 'category'),
    store.readGroups(reader, period, 'channel'),
  ]);
  return {
    from: input.from,
    to: input.to,
    method: method.id,
    steps: stepFigures(method, times),
    ...ends,
    medianToReplyText: ends.medianToReplyMs === null ? '' : durationName(ends.medianToReplyMs),
    byCategory: categories.map(({ key, count }) => ({ category: key, count })),
    byChannel: channels.map(({ key, count }) => ({
      channel: key,
      name: channelNames[key as keyof typeof channelNames] ?? key,
      count,
    })),
  };
}

function stepFigures(
  method: Method,
  times: { step: string; done: number; onTime: number; medianMs: number }[],
): StepFigures['steps'] {
  const waiting = method.steps.filter((step) => step.main && step.kind !== 'end' && step.position > 0);
  return waiting.map((step) => {
    const found = times.find((one) => one.step === step.id);
    const limit =
      step.limit?.kind === 'within' ? step.limit.time : step.limit?.kind === 'by-choice' ? step.limit.else : null;
    const limitMs = limit ? roughMs(limit) : null;
    return {
      id: step.id,
      label: step.label,
      done: found?.done ?? 0,
      onTime: found?.onTime ?? 0,
      medianMs: found?.medianMs ?? null,
      medianText: found ? durationName(found.medianMs) : '—',
      limitText: limit ? `限 ${limitWords(step.limit)}` : '',
      shareOfLimit: found && limitMs ? Math.min(1, found.medianMs / limitMs) : null,
    };
  });
}

function limitWords(limit: Method['steps'][number]['limit']): string {
  if (limit?.kind === 'within') return timeName(limit.time).zh;
  if (limit?.kind !== 'by-choice') return '';
  const counts = [
    ...new Set([...Object.values(limit.times), limit.else].map((time) => Number(time.split(' ')[0]))),
  ].sort((a, b) => a - b);
  return `${counts[0] ?? ''}～${timeName(`${counts.at(-1) ?? 1} ${limit.else.split(' ')[1] ?? 'workday'}`).zh}`;
}

const unitHours: Record<string, number> = { minute: 1 / 60, hour: 1, day: 24, workday: 24, month: 720, year: 8760 };

/** Only for the length of a bar: a workday counts as a day. */
function roughMs(time: string): number {
  const [count = '1', unit = 'day'] = time.split(' ');
  return Number(count) * (unitHours[unit.replace(/s$/, '')] ?? 24) * hourMs;
}

export { readCategories, tallyMatters, type MatterTally } from './store.ts';
