import type { Json, Names, Problem } from '../../contract.ts';
import type { Library, Source } from '../../definition/contract.ts';
import { isMap, keyId, problemAt } from '../../definition/label/rules.ts';
import { levels } from '../../definition/vocabulary/rules.ts';
import type { CalendarYear } from '../../limit/contract.ts';

/** What must be true of the library as a whole: ids, names, English, calendars. */

const baseName = (file: string): string => (file.split('/').at(-1) ?? '').replace(/\.yaml$/, '');

export function checkIds(sources: readonly Source[]): Problem[] {
  const seen = new Set<string>();
  return sources.flatMap((source) => {
    const id = String(source.raw['id'] ?? '');
    const found: Problem[] = [];
    if (id !== '' && id !== baseName(source.file))
      found.push(problemAt(source, 'id-file', 'id', { id, file: baseName(source.file) }));
    if (seen.has(id)) found.push(problemAt(source, 'method-twice', 'id', { id }));
    seen.add(id);
    return found;
  });
}

export function checkNames(source: Source | null, names: Names): Problem[] {
  if (!source) return [];
  const known: readonly string[] = levels;
  const wrong = (path: string, why: string, whyEn: string): Problem =>
    problemAt(source, 'names-broken', path, { why, whyEn });
  const lines = (['roles', 'bodies', 'funds'] as const).flatMap((group) =>
    Object.entries(isMap(source.raw[group]) ? source.raw[group] : {}).flatMap(([key, level]): Problem[] => {
      const path = `${group}/${keyId(key)}`;
      if (!known.includes(String(level)))
        return [wrong(path, `层级只能是 ${levels.join(' ')}`, `level must be one of ${levels.join(' ')}`)];
      return key.includes(' ') ? [] : [wrong(path, '缺中文名', 'the Chinese name is missing')];
    }),
  );
  const office = Object.entries(names.office).flatMap(([key, roles]) =>
    roles
      .filter((role) => !names.roles[role])
      .map((role) => wrong(`office/${key}`, `没有“${role}”这个角色`, `there is no role ${role}`)),
  );
  return [...lines, ...office];
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** Every Chinese text has its English, none is left over (`others`: files that say theirs themselves), all in order. */
export function checkEnglish(
  source: Source | null,
  used: ReadonlyMap<string, Source>,
  others: readonly Source[] = [],
): Problem[] {
  if (!source) return [];
  const keys = Object.keys(source.raw);
  const missing = [...used].filter(([text]) => isChinese(text) && source.raw[text] === undefined);
  const unused = keys.filter((text) => !used.has(text) && !others.some((other) => other.text.includes(text)));
  const unsorted = keys.findIndex((text, at) => at > 0 && text < (keys[at - 1] as string));
  return [
    ...missing.map(([text, from]) => ({ ...problemAt(from, 'english-missing', '', { text }), path: '' })),
    ...unused.map((text) => problemAt(source, 'english-unused', text, { text })),
    ...(unsorted < 0
      ? []
      : [
          problemAt(source, 'english-unsorted', keys[unsorted] as string, {
            text: keys[unsorted] as string,
            after: keys[unsorted - 1] as string,
          }),
        ]),
  ];
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const spanPattern = /^(\d{4}-\d{2}-\d{2})(?: \/ (\d{4}-\d{2}-\d{2}))?$/;

function calendarProblem(year: CalendarYear): { path: string; why: string; whyEn: string } | null {
  if (!Number.isInteger(year.year)) return { path: 'year', why: '要写年份', whyEn: 'a year is needed' };
  if (typeof year.source !== 'string') return { path: 'source', why: '要写出处', whyEn: 'a source is needed' };
  const own = (day: string): boolean => dayPattern.test(day) && day.startsWith(`${year.year}-`);
  for (const [holiday, span] of Object.entries(isMap(year.holidays as Json) ? year.holidays : {})) {
    const [, from, to = from] = spanPattern.exec(String(span)) ?? [];
    if (from === undefined || to === undefined || !own(from) || to < from) {
      return {
        path: `holidays/${holiday}`,
        why: '要写成“2026-01-01”或“2026-01-01 / 2026-01-03”',
        whyEn: 'write a date or “from / to”',
      };
    }
  }
  const worked = Array.isArray(year.worked) ? year.worked : [];
  return worked.every((day) => typeof day === 'string' && own(day))
    ? null
    : { path: 'worked', why: '要写当年的日期', whyEn: 'write dates of that year' };
}

export function checkCalendars(library: Library): Problem[] {
  return library.calendars.flatMap((source) => {
    const wrong = calendarProblem(source.raw as unknown as CalendarYear);
    return wrong ? [problemAt(source, 'calendar-broken', wrong.path, { why: wrong.why, whyEn: wrong.whyEn })] : [];
  });
}
