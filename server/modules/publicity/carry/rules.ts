import type { Draft, ShownLine } from '#kernel-contract/publicity';
import type { Json, Values } from '#kernel-contract/workflow';

const titleMost = 80;
const linesMost = 200;

/** What a publicity step of a matter asks to be shown, and for how long, as a draft. */
export function draftOf(settings: Values, estateId: string | null): Draft {
  const title = typeof settings['title'] === 'string' && settings['title'] !== '' ? settings['title'] : '公示';
  const days = typeof settings['days'] === 'number' ? settings['days'] : 7;
  const shows = settings['shows'];
  const shown = typeof shows === 'object' && shows !== null && !Array.isArray(shows) ? shows : {};
  return {
    ...{ title: title.slice(0, titleMost), body: '', pictures: [], days, board: settings['board'] === true, estateId },
    shown: Object.entries(shown).flatMap(([label, value]): ShownLine[] => {
      const lines = linesOf(value).slice(0, linesMost);
      return lines.length > 0 ? [{ label, lines }] : [];
    }),
  };
}

/** A value as lines: each item of a list, each count of a tally by its name, a text by its lines. */
function linesOf(value: Json): string[] {
  if (value === null || value === '') return [];
  if (typeof value === 'boolean') return [value ? '是' : '否'];
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([name, held]) => linesOf(held).map((line) => `${name}：${line}`));
  return String(value)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
