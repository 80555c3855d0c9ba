import type { MatterDetail } from '#contract/matters';

const fieldPrefix = 'field.';
const actorKey = /^(user|role|unit|body):/;

/** What a sent form says in words, also when its action is gone and with it the fields' own names. */
export function typedWords(form: FormData, matter: Pick<MatterDetail, 'fields' | 'actions'>): string {
  const labels = labelsOf(matter);
  const lines: string[] = [];
  for (const name of new Set(form.keys())) {
    const [id = '', part] = name.startsWith(fieldPrefix) ? name.slice(fieldPrefix.length).split('.') : [];
    if (!id || (part !== undefined && part !== 'label')) continue;
    const said = form.getAll(name).filter((value): value is string => typeof value === 'string' && isWords(value));
    if (said.length > 0) lines.push(`${labels.has(id) ? `${labels.get(id)}：` : ''}${said.join('、').trim()}`);
  }
  const reason = String(form.get('reason') ?? '').trim();
  return [...lines, reason].filter(Boolean).join('\n');
}

function isWords(value: string): boolean {
  return value.trim() !== '' && value !== 'on' && value !== 'elsewhere' && !actorKey.test(value);
}

function labelsOf({ fields, actions }: Pick<MatterDetail, 'fields' | 'actions'>): Map<string, string> {
  return new Map([...fields, ...actions.flatMap((action) => action.fields)].map(({ id, label }) => [id, label.zh]));
}
