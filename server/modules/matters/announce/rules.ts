import type { Effect, Method, Values } from '#kernel-contract/workflow';
import { limitName } from '#shared/time';

type Told = {
  effect: Extract<Effect, { type: 'tell' }>;
  row: {
    title: string;
    place: string | null;
    status: string;
    step: string;
    dueAt: string | null;
    pausedAt: string | null;
    fields: Values;
  };
  method: Method;
  audience: 'reporter' | 'staff';
  now: Date;
};

/** What a person is told about a matter, in the words of a neighbour. Nothing private stands in it. */
export function wordsFor(told: Told): { title: string; body: string } {
  const { effect, row, method, audience, now } = told;
  const step = method.steps.find((one) => one.id === row.step)?.label.zh ?? '';
  const limit = row.dueAt && !row.pausedAt ? `最晚${limitName(row.dueAt, now)}` : '';
  const what = [row.place, row.title].filter(Boolean).join(' · ');
  if (effect.sentence) return { title: effect.sentence.zh, body: [what, limit].filter(Boolean).join('。') };
  if (audience === 'reporter')
    return {
      title: reporterTitle(effect.kind, step, row.status, method),
      body: [row.title, limit].filter(Boolean).join('。'),
    };
  const titles: Record<typeof effect.kind, string> = {
    waits: `等您${step}`,
    late: `逾期提醒：${step}`,
    remind: `催办：${step}`,
    supervise: `督办：${step}`,
    copy: '抄送给您',
    consult: '请您会签',
    ended: '办完归档',
    told: `知会：${step}`,
    answered: '有回话了',
  };
  return { title: titles[effect.kind], body: [what, limit].filter(Boolean).join('。') };
}

function reporterTitle(kind: Told['effect']['kind'], step: string, status: string, method: Method): string {
  if (status !== 'open')
    return kind === 'ended' || kind === 'answered'
      ? (method.present.done?.zh ?? '您反映的事办完了')
      : '您反映的事有结果了';
  if (kind === 'late') return method.present.late?.zh ?? '您反映的事晚了，正在催';
  if (kind === 'waits') return `您反映的事到了“${step}”，等您看一眼`;
  return `您反映的事到了“${step}”`;
}

/** Files that the public face of a matter shows. */
export function publicFiles(face: { before?: string[]; after?: string[] }): string[] {
  return [...(face.before ?? []), ...(face.after ?? [])].filter((id) => /^[0-9a-f-]{36}$/.test(id));
}

const groupWords: Record<string, string> = {
  waits: '有一件事等着办',
  late: '有一件事逾期了',
  supervise: '有一件事在督办',
};

/** What a group chat outside is told of a matter: nothing that somebody wrote. */
export function sayingOf(told: {
  row: { areaId: string; number: string; category: string | null; step: string };
  method: Method;
  tell: string;
  area: string;
  address: string | null;
}): { area: string; what: string; number: string; category: string; step: string; link: string | null } {
  const { row, method, tell, area, address } = told;
  const { areaId, number, step } = row;
  return {
    area,
    what: groupWords[tell] ?? '',
    number,
    category: row.category ?? method.name.zh,
    step: method.steps.find((one) => one.id === step)?.label.zh ?? '',
    link: address ? `${address}/desk/matters/${areaId}/${number}` : null,
  };
}
