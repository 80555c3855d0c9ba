import { randomBytes } from 'node:crypto';
import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import { findMatterById, readHistory } from '#kernel/workflow';
import type { Method } from '#kernel-contract/workflow';
import type { AreaNode } from '#modules/areas';
import { lineSteps } from '#modules/matters/detail';
import { reportMatter } from '#modules/matters/report';
import type { DeliberationDoors } from '../scope/service.ts';
import type { TopicStep } from '../topics/contract.ts';
import { fillForm, type Known } from './rules.ts';

/** The first of some methods that is in force in an area; null when it has adopted none of them. */
export function methodFor(
  doors: Pick<DeliberationDoors, 'matters'>,
  area: AreaNode,
  ids: readonly string[],
): Method | null {
  for (const id of ids) {
    const method = doors.matters.shelf.inForce(area.path, id);
    if (method) return method;
  }
  return null;
}

/** Begins a matter of a method with what deliberation knows. Refused as the engine refuses. */
export async function beginWith(
  tx: Tx,
  doors: Pick<DeliberationDoors, 'matters'>,
  actor: Actor,
  input: { areaId: string; method: Method; known: Known },
): Promise<{ id: string; number: string }> {
  const { areaId, method, known } = input;
  const form = fillForm(method, known);
  const matter = { method: method.id, form, madeAgoSeconds: 0 };
  const { row } = await reportMatter(tx, doors.matters, actor, { areaId, matter, random: randomBytes });
  return { id: row.id, number: row.number };
}

export type Progress = {
  number: string;
  href: string;
  stepName: string;
  statusName: string;
  open: boolean;
  done: boolean;
  late: boolean;
  dueAt: string | null;
  closedAt: string | null;
  result: string | null;
  methodName: string;
  steps: TopicStep[];
};

const statusNames: Record<string, string> = {
  open: '在办',
  done: '办结',
  refused: '没有通过',
  withdrawn: '撤回了',
  merged: '并案',
  moved: '转办',
};

/** How far a matter has come, as the public sees it. Null when there is none. */
export async function readProgress(
  reader: Reader,
  doors: DeliberationDoors,
  which: { areaId: string; matterId: string; now: Date },
): Promise<Progress | null> {
  const row = await findMatterById(reader, which.areaId, which.matterId);
  if (!row || row.visible === 'restricted') return null;
  const method = await doors.matters.shelf.byHash(reader, row.definitionHash);
  const history = await readHistory(reader, which.areaId, row.id);
  const open = row.status === 'open';
  return {
    number: row.number,
    href: `/t/${row.traceCode}`,
    stepName: method.steps.find(({ id }) => id === row.step)?.label.zh ?? '',
    statusName: statusNames[row.status] ?? '',
    open,
    done: row.status === 'done',
    late: open && row.dueAt !== null && Date.parse(row.dueAt) <= which.now.getTime(),
    dueAt: open ? row.dueAt : null,
    closedAt: row.closedAt,
    result: row.face.result ?? null,
    methodName: method.name.zh,
    steps: lineSteps(method, row, history).map(({ id, label, state, at }) => ({ id, name: label.zh, state, at })),
  };
}

/** The steps a method would take, for what has not begun: the first is where it stands now. */
export function stepsAhead(method: Method): TopicStep[] {
  const main = method.steps.filter(({ main: isMain }) => isMain);
  return main.map(({ id, label }, at) => ({ id, name: label.zh, state: at === 0 ? 'now' : 'coming', at: null }));
}
