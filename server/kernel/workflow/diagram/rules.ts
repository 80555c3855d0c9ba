import { targetId } from '../checker/graph/rules.ts';
import type { Action, Method, Step } from '../contract.ts';
import { kindOf } from '../kinds/rules.ts';
import { conditionName, limitLines, outcomeName } from '../wording/rules.ts';
import type { Diagram, DiagramEdge, DiagramNode } from './contract.ts';

type Way = Omit<DiagramEdge, 'back'>;

function actionWays(method: Method, step: Step, action: Action): Way[] {
  const alone = step.actions.length === 1;
  const ways = action.routes.map(({ to, if: condition }): Way => {
    const label = [alone ? '' : action.label.zh, condition === undefined ? '' : conditionName(method, condition)]
      .filter(Boolean)
      .join('：');
    const target = targetId(method, step, to);
    const onward = step.main && target === method.steps[step.position + 1]?.id;
    return { from: step.id, to: target, label, kind: onward ? 'onward' : 'action' };
  });
  if (action.else === undefined) return ways;
  return [
    ...ways,
    { from: step.id, to: action.else, label: `${action.label.zh}（第${(action.atMost ?? 0) + 1}次）`, kind: 'action' },
  ];
}

function waysOf(method: Method, step: Step): Way[] {
  const outcomes = Object.entries(step.outcomes).flatMap(([outcome, routes]) =>
    routes.map(({ to }): Way => {
      const target = targetId(method, step, to);
      const onward = step.main && target === method.steps[step.position + 1]?.id;
      return {
        from: step.id,
        to: target,
        label: outcomeName(outcome),
        kind: onward ? 'onward' : 'outcome',
      };
    }),
  );
  const late = step.late.flatMap(({ to }): Way[] =>
    to === undefined ? [] : [{ from: step.id, to, label: '超时', kind: 'late' }],
  );
  return [...step.actions.flatMap((action) => actionWays(method, step, action)), ...outcomes, ...late];
}

/** The column of each aside: under the leftmost step that leads to it; what only anytime actions reach stands last. */
function columnsOf(method: Method, ways: readonly Way[]): Map<string, number> {
  const columns = new Map(method.steps.filter((step) => step.main).map((step) => [step.id, step.position]));
  for (const _round of method.steps) {
    for (const step of method.steps) {
      if (step.main) continue;
      const from = ways.filter((way) => way.to === step.id).flatMap((way) => columns.get(way.from) ?? []);
      if (from.length > 0) columns.set(step.id, Math.min(...from));
    }
  }
  const last = method.steps.filter((step) => step.main).length - 1;
  for (const step of method.steps) if (!columns.has(step.id)) columns.set(step.id, last);
  return columns;
}

/** A method as nodes with places and the ways between them: data for a drawing. Source: METHODS 1 "A main line and asides". */
export function diagram(method: Method): Diagram {
  const own = method.steps.flatMap((step) => waysOf(method, step));
  const bound = new Set(method.anytime.flatMap((action) => (action.in ? [action.label.zh] : [])));
  const anytime = method.anytime.flatMap((action): Way[] =>
    action.routes.map(({ to }) => ({
      from: action.in?.[0] ?? method.steps[0]?.id ?? '',
      to,
      label: action.label.zh,
      kind: 'anytime',
    })),
  );
  const columns = columnsOf(method, [...own, ...anytime.filter((way) => bound.has(way.label))]);
  const taken = new Map<number, number>();
  const nodes = method.steps.map((step): DiagramNode => {
    const column = columns.get(step.id) ?? 0;
    const row = step.main ? 0 : (taken.get(column) ?? 0) + 1;
    if (!step.main) taken.set(column, row);
    return {
      id: step.id,
      label: step.label,
      kind: step.kind,
      main: step.main,
      column,
      row,
      ending: kindOf(step).ending(step),
    };
  });
  const isBack = (way: Way): boolean => {
    const [from, to] = [columns.get(way.from) ?? 0, columns.get(way.to) ?? 0];
    const target = method.steps.find((step) => step.id === way.to);
    return target?.main === true && to <= from && way.from !== way.to;
  };
  const seen = new Set<string>();
  const edges = [...own, ...anytime].flatMap((way): DiagramEdge[] => {
    const key = [way.from, way.to, way.label, way.kind].join(' ');
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...way, back: isBack(way) }];
  });
  return {
    nodes,
    edges,
    columns: Math.max(...nodes.map((node) => node.column)) + 1,
    rows: Math.max(...nodes.map((node) => node.row)) + 1,
  };
}

const arrows: Record<DiagramEdge['kind'], string> = {
  onward: '==>',
  action: '-->',
  outcome: '-->',
  late: '-.->',
  anytime: '-.->',
};

const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`;

/** The same as mermaid text, for documents. */
export function mermaid(method: Method): string {
  const { nodes, edges } = diagram(method);
  const boxes = nodes.map((node) => {
    const step = method.steps.find((one) => one.id === node.id);
    const limits = limitLines(method, step?.limit)
      .map((line) => `${line.word ?? ''}${line.time}`)
      .join(' ');
    const text = quoted([node.label.zh, limits].filter(Boolean).join('<br/>'));
    return `  ${node.id}${node.ending === null ? `[${text}]` : `([${text}])`}`;
  });
  const lines = edges.map(
    (edge) => `  ${edge.from} ${arrows[edge.kind]}${edge.label === '' ? '' : `|${quoted(edge.label)}|`} ${edge.to}`,
  );
  return ['flowchart LR', ...boxes, ...lines, ''].join('\n');
}
