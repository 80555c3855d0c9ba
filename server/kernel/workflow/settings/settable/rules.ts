import type { Json, Names, Values } from '../../contract.ts';
import type { Raw } from '../../definition/contract.ts';
import { isMap, keyId } from '../../definition/label/rules.ts';
import { electorateChoices, givenNames, ruleChoices } from '../../wording/rules.ts';
import { covers, listed, settingValue } from '../path/rules.ts';

export type SettableKind = 'time' | 'count' | 'choice' | 'words' | 'actors' | 'yesno' | 'money' | 'text' | 'percent';

/** One value an adopting area may set: its path, what it is called, and what it is now. */
export type Settable = {
  path: string;
  label: string;
  kind: SettableKind;
  original: Json;
  value: Json;
  choices?: { value: string; label: string }[];
};

/**
 * Everything of a method file that an adopting area may set, with the library's value and the one in force: limits, word
 * lists, actors and counts the source left open, and all parameters. What `fixed` names is left out. Source: METHODS 1.
 */
export function settableOf(raw: Raw, settings: Values, names: Names): Settable[] {
  const open = Object.values(isMap(raw['inferred']) ? raw['inferred'] : {}).flatMap((paths) =>
    (Array.isArray(paths) ? paths : [paths]).map(String),
  );
  const fixed = (Array.isArray(raw['fixed']) ? raw['fixed'] : [raw['fixed']]).map(String);
  const found = [...paramEntries(raw, names), ...stepEntries(raw, names), ...fieldEntries(raw, names)];
  return found
    .filter((entry) => entry.path.startsWith('params.') || open.some((path) => covers(path, entry.path)))
    .filter((entry) => !fixed.some((path) => covers(path, entry.path)))
    .map((entry) => ({
      ...entry,
      path: entry.path.replace(/^params\./, ''),
      value: settings[entry.path.replace(/^params\./, '')] ?? entry.original,
    }));
}

type Entry = Omit<Settable, 'value'>;

function labelOf(written: string): string {
  return written.slice(keyId(written).length).trim() || written;
}

/** What a parameter can be chosen from. One who votes may also be an electorate. */
function paramChoices(type: string, names: Names): Pick<Entry, 'choices'> {
  if (type === 'rule') return { choices: ruleChoices };
  if (type !== 'actor') return {};
  const roles = roleChoices(names);
  return { choices: [...roles, ...electorateChoices.filter(({ value }) => !roles.some((one) => one.value === value))] };
}

const defaultOf = (value: Json): Json => (isMap(value) ? (value['default'] ?? null) : null);

function paramEntries(raw: Raw, names: Names): Entry[] {
  const kinds: Record<string, SettableKind> = {
    count: 'count',
    money: 'money',
    percent: 'percent',
    yesno: 'yesno',
    words: 'words',
    choice: 'choice',
    actor: 'actors',
    rule: 'choice',
  };
  return Object.entries(isMap(raw['params']) ? raw['params'] : {}).map(([written, value]) => {
    const type = String(isMap(value) ? value['type'] : value);
    return {
      path: `params.${keyId(written)}`,
      label: labelOf(written),
      kind: kinds[type] ?? 'text',
      original: type === 'actor' ? listed(isMap(value) ? value['default'] : null) : defaultOf(value),
      ...paramChoices(type, names),
    };
  });
}

function stepEntries(raw: Raw, names: Names): Entry[] {
  const steps = ['steps', 'aside'].flatMap((group) => Object.entries(isMap(raw[group]) ? raw[group] : {}));
  return steps.flatMap(([written, step]) =>
    isMap(step)
      ? [...limitEntries(written, step), ...actorEntries(written, step, names), ...repeatEntries(written, step)]
      : [],
  );
}

function limitEntries(written: string, step: Raw): Entry[] {
  const [id, label] = [keyId(written), labelOf(written)];
  const within = step['within'];
  if (typeof within === 'string')
    return [{ path: `${id}.within`, label: `${label}时限`, kind: 'time', original: within }];
  if (!isMap(within)) return [];
  return Object.entries(within)
    .filter(([word]) => word !== 'by')
    .map(([word, time]) => ({
      path: `${id}.within.${word}`,
      label: `${word === 'else' ? '其余' : word}${label}时限`,
      kind: 'time',
      original: time,
    }));
}

function actorEntries(written: string, step: Raw, names: Names): Entry[] {
  const by = step['by'];
  if (by === undefined) return [];
  return [
    {
      path: `${keyId(written)}.by`,
      label: `谁来${labelOf(written)}`,
      kind: 'actors',
      original: Array.isArray(by) ? by : [by],
      choices: [...givenChoices(listed(by)), ...roleChoices(names)],
    },
  ];
}

function repeatEntries(written: string, step: Raw): Entry[] {
  const go = step['go'];
  if (!isMap(go)) return [];
  return Object.entries(go).flatMap(([action, target]) =>
    isMap(target) && target['atMost'] !== undefined
      ? [
          {
            path: `${keyId(written)}.go.${keyId(action)}.atMost`,
            label: `“${labelOf(action)}”最多几次`,
            kind: 'count' as const,
            original: target['atMost'],
          },
        ]
      : [],
  );
}

function fieldEntries(raw: Raw, names: Names): Entry[] {
  const forms = Object.values(isMap(raw['forms']) ? raw['forms'] : {});
  return forms
    .flatMap((form) => Object.entries(isMap(form) ? form : {}))
    .flatMap(([written, field]) => {
      if (!isMap(field) || !Array.isArray(field['of'])) return [];
      const isWho = field['type'] === 'who';
      const path = `${keyId(written)}.of`;
      return [
        {
          path,
          label: isWho ? `可以交给谁` : `${labelOf(written)}有哪些`,
          kind: isWho ? ('actors' as const) : ('words' as const),
          original: settingValue(raw, path) ?? field['of'],
          ...(isWho ? { choices: roleChoices(names) } : {}),
        },
      ];
    });
}

/** Those who need no line in names.yaml (居民, 提出人), where the file names them. */
function givenChoices(actors: readonly string[]): { value: string; label: string }[] {
  return actors.flatMap((value) => {
    const label = givenNames[value];
    return label === undefined ? [] : [{ value, label }];
  });
}

function roleChoices(names: Names): { value: string; label: string }[] {
  return [...Object.entries(names.roles), ...Object.entries(names.bodies)].map(([value, name]) => ({
    value,
    label: name.label.zh,
  }));
}
