import { shareText } from '../../lib/desk/share.ts';
import type { Figures } from './figures-api.ts';

/** What the bars of the steps say, in one sentence. */
export function stepsSentence(steps: Figures['steps']): string {
  const done = steps.filter((step) => step.medianMs !== null);
  const slowest = [...done].sort((a, b) => (b.medianMs ?? 0) - (a.medianMs ?? 0))[0];
  if (!slowest) return '这段时间没有走完的步骤。';
  const late = done
    .map((step) => ({ name: step.label.zh, late: step.done - step.onTime }))
    .sort((a, b) => b.late - a.late)[0];
  const most = late && late.late > 0 ? `逾期最多的是“${late.name}”，${late.late} 件次。` : '没有一步逾期。';
  return `“${slowest.label.zh}”用得最久，一半的事在 ${slowest.medianText} 以内；${most}`;
}

/** What the bars of categories or channels say, in one sentence. */
export function groupsSentence(groups: { name: string; count: number }[], what: string): string {
  const total = groups.reduce((sum, one) => sum + one.count, 0);
  const [first, second] = groups;
  if (!first) return `这段时间没有新增的事。`;
  const lead = second
    ? `${what}最多的是“${first.name}”和“${second.name}”，共 ${first.count + second.count} 件`
    : `都是“${first.name}”`;
  return `新增 ${total} 件，${lead}。`;
}

export function sharesSentence(figures: Figures): string {
  if (figures.ended === 0) return '这段时间没有办结的事。';
  return `办结 ${figures.ended} 件，按时 ${shareText(figures.onTime, figures.ended)}，提出人满意 ${shareText(figures.satisfied, figures.rated)}，没出网格就办结 ${shareText(figures.closedInGrid, figures.closable)}。`;
}
