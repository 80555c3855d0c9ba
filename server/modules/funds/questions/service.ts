import type { Actor } from '#shared/actor';
import { monthName } from '#shared/months';
import { refuse, refuseIf, type Refusal } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { noteUserArea, tell } from '#modules/messages';
import { ownsIn } from '#modules/organisations';
import { livesHere } from '#modules/people';
import { Statement, type Question } from '../disclosures/contract.ts';
import * as disclosureRules from '../disclosures/rules.ts';
import { readDisclosure, readLinesBySeq } from '../disclosures/store.ts';
import {
  changed,
  titleOf,
  mayIn,
  roleIn,
  requireFund,
  requireRight,
  type DisclosureDoors,
  type WhichFund,
} from '../disclosures/scope/service.ts';
import type { FundRow } from '../tables.ts';
import type { DeskQuestionList, NewQuestion, QuestionDecision } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';
import type { QuestionRow } from './tables.ts';

type WhichQuestion = WhichFund & { questionId: string };

async function relationOf(
  reader: Reader,
  { id: userId, homeAreaId, personId }: Actor,
  { areaId, estateId }: FundRow,
): Promise<{ owns: boolean; lives: boolean }> {
  const owns = await ownsIn(reader, { areaId, estateId, userId, personId: homeAreaId === areaId ? personId : null });
  const lives = homeAreaId === areaId && personId !== null && (await livesHere(reader, { areaId, personId }));
  return { owns, lives };
}

/** Why somebody who is signed in cannot ask about this fund; null when they can. */
export async function whyNotAskHere(reader: Reader, actor: Actor, fund: FundRow): Promise<Refusal | null> {
  return rules.whyNotAsk(await relationOf(reader, actor, fund));
}

/**
 * Asks about a line of a published month; it is shown after the community has looked at it. Refused for who neither owns nor
 * lives here, for a line that is not published, and while the last question on it waits. Source: C42, F22.
 */
export async function ask(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichFund & { question: NewQuestion },
): Promise<string> {
  const fund = await requireFund(tx, doors, input);
  const { areaId, id: fundId, bookId } = fund;
  const { month, seq, words } = input.question;
  const relation = await relationOf(tx, actor, fund);
  refuseIf(rules.whyNotAsk(relation));
  const row = await readDisclosure(tx, { areaId, fundId, month });
  if (row?.state !== 'published') return refuse(disclosureRules.lineUnknown);
  const line = Statement.parse(JSON.parse(row.statement)).lines.find((one) => one.seq === seq);
  if (!line) return refuse(disclosureRules.lineUnknown);
  refuseIf(rules.whyNotMore(await store.countWaiting(tx, { areaId, fundId }, actor.id)));
  const id = tx.newId();
  const asked = { areaId, id, fundId, bookId, seq, words, askedBy: actor.id };
  if (!(await store.insertQuestion(tx, { ...asked, askedAs: relation.owns ? 'owner' : 'resident' })))
    refuse(rules.questionWaiting);
  await noteUserArea(tx, { areaId, userId: actor.id });
  await tell(tx, doors, {
    areaId,
    actorKeys: [`role:community-worker@${areaId}`],
    except: [actor.id],
    kind: 'question.asked',
    title: `有人问${titleOf(doors, fund)}${monthName(month)}的一笔账`,
    body: words.slice(0, 80),
    link: deskLink(fund),
    subject: `fund:${fundId}`,
  });
  changed(tx, actor, { areaId, fundId, act: 'question.ask', detail: { questionId: id, month, seq } });
  return id;
}

const deskLink = ({ areaId, id }: FundRow): string => `/desk/funds/${areaId}/${id}?tab=questions`;

async function requireQuestion(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichQuestion & { right: string },
): Promise<{ fund: FundRow; question: QuestionRow }> {
  const fund = await requireFund(tx, doors, input);
  requireRight(doors, actor, fund, input.right);
  const question = await store.readQuestion(tx, fund.areaId, input.questionId);
  if (question?.fundId !== fund.id) return refuse(rules.questionUnknown);
  if (question.askedBy === actor.id) refuse(rules.ownQuestion);
  return { fund, question };
}

/** Shows a question or does not, with the reason, which its asker reads. Whoever decides first decides. Source: F22. */
export async function decideQuestion(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichQuestion & { decision: QuestionDecision },
): Promise<void> {
  const { fund, question } = await requireQuestion(tx, actor, doors, { ...input, right: 'question.moderate' });
  const { decision } = input;
  const shows = decision.decision === 'show';
  const reason = shows ? '' : decision.reason;
  const { areaId, id } = question;
  const decided = { state: shows ? ('shown' as const) : ('declined' as const), reason, by: actor };
  if (!(await store.writeDecision(tx, { areaId, id }, decided))) refuse(rules.questionDecided);
  if (shows)
    await tell(tx, doors, {
      areaId,
      actorKeys: [roleIn(fund, 'owners-committee')],
      except: [actor.id],
      kind: 'question.shown',
      title: `${titleOf(doors, fund)}有一笔账等您答复`,
      body: question.words.slice(0, 80),
      link: deskLink(fund),
      subject: `fund:${fund.id}`,
    });
  await tell(tx, doors, {
    areaId,
    userIds: [question.askedBy],
    kind: shows ? 'question.public' : 'question.declined',
    title: shows ? '您问的公开了，正在等答复' : '您问的没有公开',
    body: reason || `“${question.words.slice(0, 60)}”`,
    link: `/f/${areaId}/${fund.id}`,
    subject: `fund:${fund.id}`,
  });
  const detail = { questionId: id, decision: decided.state, reason };
  changed(tx, actor, { areaId, fundId: fund.id, act: 'question.moderate', detail });
}

/** Answers a question that is shown; its asker is told. Refused a second time. Source: F22. */
export async function answerQuestion(
  tx: Tx,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichQuestion & { answer: string },
): Promise<void> {
  const { fund, question } = await requireQuestion(tx, actor, doors, { ...input, right: 'question.answer' });
  const { areaId, id } = question;
  if (!(await store.writeAnswer(tx, { areaId, id }, { answer: input.answer, by: actor })))
    refuse(rules.questionDecided);
  await tell(tx, doors, {
    areaId,
    userIds: [question.askedBy],
    kind: 'question.answered',
    title: '您问的那一笔有答复了',
    body: input.answer.slice(0, 120),
    link: `/f/${areaId}/${fund.id}`,
    subject: `fund:${fund.id}`,
  });
  changed(tx, actor, { areaId, fundId: fund.id, act: 'question.answer', detail: { questionId: id } });
}

/** What is shown at a line, and what the one who looks asked. */
export async function readSaid(reader: Reader, actor: Actor, which: WhichFund & { seq: number }): Promise<Question[]> {
  const rows = await store.readOfLine(reader, which, actor.id);
  return rows.map((row) => ({ ...faceOf(row), isMine: row.askedBy === actor.id }));
}

function faceOf(row: QuestionRow): Omit<Question, 'isMine'> {
  const { id, words, askedAt, reason, answer, answeredName, answeredAt } = row;
  return {
    ...{ id, words, askedAt, reason, answer, answeredName, answeredAt },
    state: row.state as Question['state'],
    asker: rules.askerNames[row.askedAs] ?? '',
  };
}

/** How many questions are shown at each line, and how many of them answered. */
export async function countQuestions(
  reader: Reader,
  which: WhichFund & { seqs: readonly number[] },
): Promise<Map<number, { shown: number; answered: number }>> {
  const rows = await store.countShown(reader, which);
  return new Map(rows.map(({ seq, shown, answered }) => [seq, { shown, answered }]));
}

/** The questions of a fund for those who look at and answer them, what waits first. */
export async function listForDesk(
  reader: Reader,
  actor: Actor,
  doors: DisclosureDoors,
  input: WhichFund,
): Promise<DeskQuestionList> {
  const fund = await requireFund(reader, doors, input);
  requireRight(doors, actor, fund, 'fund.read');
  const { areaId, id: fundId } = fund;
  const rights = {
    moderates: mayIn(doors, actor, fund, 'question.moderate'),
    answers: mayIn(doors, actor, fund, 'question.answer'),
  };
  const rows = await store.readForDesk(reader, { areaId, fundId });
  const lines = await readLinesBySeq(reader, { areaId, fundId, seqs: [...new Set(rows.map(({ seq }) => seq))] });
  const lineBySeq = new Map(lines.map((line) => [line.seq, line]));
  return {
    items: rows.map((row) => {
      const line = lineBySeq.get(row.seq);
      return {
        ...faceOf(row),
        ...{ month: line?.month ?? 0, monthName: line ? monthName(line.month) : '', seq: row.seq },
        lineMemo: line?.memo ?? '',
        lineAmount: line ? line.in - line.out : 0,
        moderatedName: row.moderatedName,
        actions: rules.actionsOf(row, actor.id, rights),
      };
    }),
  };
}
