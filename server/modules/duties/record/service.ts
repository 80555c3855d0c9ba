import { randomBytes } from 'node:crypto';
import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import { shanghaiDate } from '#shared/time';
import type { Tx } from '#platform/database';
import { liveChannel, liveMessage } from '#platform/live';
import { audit } from '#kernel/audit';
import { activeDuties, recordRound, type Charges } from '#kernel/duties';
import type { Duty, DutyRecord, Subject } from '#kernel-contract/duties';
import type { Method, Values } from '#kernel-contract/workflow';
import { requireOwner } from '#modules/areas';
import { attachFiles } from '#modules/files';
import { reportMatter } from '#modules/matters/report';
import { tell } from '#modules/messages';
import type { DutyReceipt, DutyState, NewDutyRecord } from '../contract.ts';
import * as rules from '../rules.ts';
import { aroundOf, chargesOf, doesFor, type DutiesContext } from '../scope/service.ts';

/**
 * Records that somebody did duties of a subject, a while ago or now; what was found begins a matter in the same act. Refused
 * when a duty is not hers nor that of someone she stands in for, when the duties are recorded one by one, and as the forms
 * and the method refuse. Source: F37, N71, X25, X28.
 */
export async function recordDuties(
  tx: Tx,
  context: DutiesContext,
  actor: Actor,
  input: { areaId: string; record: NewDutyRecord },
): Promise<DutyReceipt> {
  const { record } = input;
  const area = requireOwner(context.matters.tree, input.areaId);
  const at = new Date(tx.now.getTime() - record.madeAgoSeconds * 1000);
  const adopted = context.duties.inForce(area.path, record.set) ?? refuse(rules.dutyUnknown);
  const day = shanghaiDate(at);
  const charges = await chargesOf(tx, context, { areaId: area.id, adopted, from: day, to: day });
  const subject = charges.subjects.find((one) => one.id === record.subject.id) ?? refuse(rules.subjectUnknown);
  const duties = dutiesOf(context, charges, record, at);
  const owners = duties.map((duty) => doesFor(charges, duty, subject, actor, at) ?? refuse(rules.notYourDuty));
  const owner = owners.find((one) => one !== actor.id) ?? null;
  const number = await beginFinding(tx, context, actor, { areaId: area.id, duties, record });
  const records = await recordRound(tx, aroundOf(context), {
    areaId: area.id,
    adopted,
    duties,
    subject,
    actor,
    standsFor: owner,
    at,
    form: record.form as Values,
    matter: number,
  });
  await follow(tx, context, actor, { areaId: area.id, asking: adopted.set.asking, duties, subject, records });
  const states = Object.fromEntries(records.map(({ duty }): [string, DutyState] => [duty, 'done']));
  return {
    id: records[0]?.roundId ?? '',
    at: at.toISOString(),
    states,
    matter: number === null ? null : { areaId: area.id, number },
  };
}

/**
 * Notes that what a set asks of a subject was done by something that happened elsewhere: who did it need not be named by the
 * duty. Nothing where the set is not in force or does not know the subject. Source: N55.
 */
export async function fulfilDuty(
  tx: Tx,
  context: DutiesContext,
  actor: Actor,
  input: { areaId: string; set: string; subjectId: string },
): Promise<void> {
  const area = requireOwner(context.matters.tree, input.areaId);
  const adopted = context.duties.inForce(area.path, input.set);
  if (!adopted) return;
  const day = shanghaiDate(tx.now);
  const { subjects } = await chargesOf(tx, context, { areaId: area.id, adopted, from: day, to: day });
  const subject = subjects.find(({ id }) => id === input.subjectId);
  const duties = activeDuties(adopted, aroundOf(context), tx.now);
  if (!subject || duties.length === 0) return;
  const done = {
    areaId: area.id,
    adopted,
    duties,
    subject,
    actor,
    standsFor: null,
    at: tx.now,
    form: {},
    matter: null,
  };
  await recordRound(tx, aroundOf(context), done);
}

function dutiesOf(context: DutiesContext, { adopted }: Charges, record: NewDutyRecord, at: Date): Duty[] {
  const active = activeDuties(adopted, aroundOf(context), at);
  const duties = [...new Set(record.duties)].map(
    (id) => active.find((duty) => duty.id === id) ?? refuse(rules.dutyUnknown),
  );
  refuseIf(duties.length > 1 && duties.some((duty) => !duty.together) ? rules.notTogether : null);
  return duties;
}

async function beginFinding(
  tx: Tx,
  context: DutiesContext,
  actor: Actor,
  { areaId, duties, record }: { areaId: string; duties: Duty[]; record: NewDutyRecord },
): Promise<string | null> {
  const { finding } = record;
  if (!finding) return null;
  refuseIf(duties.some((duty) => duty.starts.includes(finding.method)) ? null : rules.findingNotHere);
  const { row } = await reportMatter(tx, context.matters, actor, { areaId, matter: finding, random: randomBytes });
  return row.number;
}

type Recorded = { areaId: string; asking: Method; duties: Duty[]; subject: Subject; records: DutyRecord[] };

/** What follows from a round: its pictures belong to it, those who asked to be told are told, open pages look again. */
async function follow(tx: Tx, context: DutiesContext, actor: Actor, recorded: Recorded): Promise<void> {
  const { areaId, asking, duties, subject, records } = recorded;
  const round = records[0]?.roundId ?? '';
  const ids = records.flatMap(({ form }) =>
    Object.entries(form).flatMap(([id, value]) => (asking.fields[id]?.type === 'images' ? (value as string[]) : [])),
  );
  await attachFiles(tx, actor, { areaId, ids: [...new Set(ids)], subject: `duty:${round}` });
  const at = subject.kind === 'grid' || subject.kind === 'estate' || subject.kind === 'building' ? subject.id : areaId;
  const told = [...new Set(duties.flatMap((duty) => duty.tell))];
  await tell(
    tx,
    { tree: context.matters.tree, roster: context.matters.directory },
    {
      areaId,
      actorKeys: told.map((role) => `role:${role}@${at}`),
      except: [actor.id],
      kind: 'told',
      title: `${subject.label}：${duties.map((duty) => duty.label.zh).join('、')}做好了`,
      body: `${actor.name}刚记下的，可以在“定期任务”里看。`,
      subject: `duty:${round}`,
      link: `/desk/duties`,
    },
  );
  audit(tx, actor, {
    areaId,
    act: 'duty.record',
    subject: `duty:${round}`,
    detail: { duties: duties.map((duty) => duty.id) },
  });
  tx.signal(liveChannel, liveMessage(`area:${areaId}`, { kind: 'duty', areaId }));
}
