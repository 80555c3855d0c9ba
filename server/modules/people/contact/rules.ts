import { clockTime, shanghaiParts } from '#shared/time';

export type Hours = { from: string; until: string; weekdays?: number[] };

/** The numbers on every card, the same in all of China. */
export const emergencyNumbers = [
  { name: '报警', number: '110' },
  { name: '火警', number: '119' },
  { name: '急救', number: '120' },
  { name: '政务服务热线', number: '12345' },
];

const clock = /^([01]\d|2[0-4]):[0-5]\d$/;

/** Office hours as an area keeps them in its details; null when there are none or they are not understood. */
export function readHours(value: unknown): Hours | null {
  const { from, until, weekdays } = (value ?? {}) as Partial<Hours>;
  if (typeof from !== 'string' || typeof until !== 'string' || !clock.test(from) || !clock.test(until)) return null;
  return Array.isArray(weekdays) ? { from, until, weekdays } : { from, until };
}

/** Until when someone is on duty now (`17:30`), or null outside the hours. The first minute counts, the last does not. */
export function onDutyUntil(hours: Hours | null, now: Date): string | null {
  if (!hours) return null;
  if (hours.weekdays && !hours.weekdays.includes(shanghaiParts(now).weekday)) return null;
  const time = clockTime(now);
  return time >= hours.from && time < hours.until ? hours.until : null;
}

export function hoursName(hours: Hours | null): string | null {
  return hours ? `${hours.from}—${hours.until}` : null;
}

export type NamedBuilding = { name: string; estate: string };

/** What a grid holds, in words: 北院 1—6 号楼、南院 3 号楼. Numbers in a row become a range; other names are listed. */
export function looksAfterName(buildings: readonly NamedBuilding[]): string {
  const estates = [...new Set(buildings.map((building) => building.estate))];
  return estates
    .map((estate) => {
      const names = rangeNames(
        buildings.filter((building) => building.estate === estate).map((building) => building.name),
      );
      return `${estate} ${names}`.trim();
    })
    .join('，');
}

function rangeNames(names: string[]): string {
  const numbered = names.map((name) => ({ name, number: Number(/^(\d+)\s*号楼$/.exec(name)?.[1] ?? Number.NaN) }));
  const numbers = numbered
    .filter((one) => !Number.isNaN(one.number))
    .map((one) => one.number)
    .sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const spans = ranges.map(([first, last]) => (first === last ? `${first}` : `${first}—${last}`));
  const others = numbered.filter((one) => Number.isNaN(one.number)).map((one) => one.name);
  return [...(spans.length > 0 ? [`${spans.join('、')} 号楼`] : []), ...others].join('、');
}
