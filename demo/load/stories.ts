import { randomBytes } from 'node:crypto';
import { system, type Actor } from '#shared/actor';
import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Tx } from '#platform/database';
import { enterPaper, readElectors, readOfMatter as ballotsOf } from '#kernel/ballots';
import { readOfMatter as noticesOf } from '#kernel/publicity';
import { findMatter } from '#kernel/workflow';
import type { Values } from '#kernel-contract/workflow';
import { placeNames } from '#modules/areas';
import { paymentsOf } from '#modules/funds/carry';
import { approveVoucher, changeVoucher, readVoucherCard } from '#modules/funds/vouchers';
import { actOnMatter, deadlineCame } from '#modules/matters/act';
import { reportMatter } from '#modules/matters/report';
import { approve, check } from '#modules/publicity/desk';
import { publicityCameDue } from '#modules/publicity/due';
import { ballotCameDue, beginBallot } from '../../server/modules/ballots/carry/service.ts';
import type { FundPlan, StoryAct, StoryEntry, StoryForm } from '../funds.ts';
import { estateKey } from '../person.ts';
import { putSetting, readSettings } from '../store.ts';
import { demoId } from './areas.ts';
import { drawnPapers, fundFinder } from './funds.ts';
import { actorOf, officeOf, type Act, type Money } from './office.ts';

/** One story of public money: the matter with its vote, its notice and its payment, each act by whom it belongs to. */
export function storyActs(money: Money, fund: FundPlan, story: StoryEntry): Act[] {
  const told = { money, fund, story, begun: addDays(shanghaiDate(money.now), -story.begun) };
  const at = (days: number): string => shanghaiInstant(addDays(told.begun, days), 10, (days * 7) % 55).toISOString();
  return [
    { at: at(0), run: (tx) => begin(tx, told) },
    ...story.acts.flatMap((act): Act[] => {
      if ('vote' in act)
        return [
          { at: at(act.days), run: (tx) => openVote(tx, told, endOf(told, act.days + act.open)) },
          { at: at(act.days + 1), run: (tx) => castAll(tx, told, act.vote) },
          { at: endOf(told, act.days + act.open), run: (tx) => closeVote(tx, told) },
        ];
      if ('post' in act)
        return [
          { at: at(act.days), run: (tx) => postNotice(tx, told) },
          { at: endOf(told, act.days + noticeDays), run: (tx) => closeNotice(tx, told) },
        ];
      if ('limit' in act) return [{ at: at(act.days), run: (tx) => passLimit(tx, told) }];
      if ('pay' in act) return [{ at: at(act.days), run: (tx) => payIt(tx, told, act.pay) }];
      return [{ at: at(act.days), run: (tx) => actOne(tx, told, act) }];
    }),
  ];
}

type Told = { money: Money; fund: FundPlan; story: StoryEntry; begun: string };

const noticeDays = 7;

/** 24:00 of a day of the story. */
const endOf = ({ begun }: Told, days: number): string => shanghaiInstant(addDays(begun, days + 1)).toISOString();

const areaOf = ({ money }: Told): string => demoId(money.one.community.code);
const settingOf = ({ story }: Told): string => `demo.story.${story.key}`;

async function matterOf(tx: Tx, told: Told): Promise<{ id: string; number: string; areaId: string }> {
  const [kept] = await readSettings<string>(tx, settingOf(told));
  const found = await findMatter(tx, areaOf(told), kept?.value ?? '', system.id);
  if (!found) throw new Error(`the story ${told.story.key} has no matter`);
  const { id, number, areaId } = found.row;
  return { id, number, areaId };
}

function personOf({ money, story }: Told, word: string): Actor {
  const [name = '', position] = word.split(' ');
  if (name !== 'resident') return officeOf(money, story.estate)[name as 'worker'];
  const { residents } = money.one;
  const person = residents[Number(position) * 7] ?? money.one.secretary;
  return actorOf(money, person, 'resident', areaOf({ money, story } as Told));
}

async function begin(tx: Tx, told: Told): Promise<void> {
  const { money, story } = told;
  const actor = personOf(told, story.by);
  const form = await filled(tx, told, actor, story.form);
  const { row } = await reportMatter(tx, money.context, actor, {
    ...{ areaId: areaOf(told), matter: { method: story.method, form }, random: randomBytes },
  });
  await putSetting(tx, settingOf(told), row.number);
}

/** A form with pictures as drawings that its writer has added, places as areas, days as dates. */
async function filled(tx: Tx, told: Told, actor: Actor, form: StoryForm): Promise<Values> {
  const values: Values = {};
  for (const [id, value] of Object.entries(form))
    values[id] = (await valueOf(tx, told, actor, id, value)) as Values[string];
  return values;
}

async function valueOf(tx: Tx, told: Told, actor: Actor, id: string, value: unknown): Promise<unknown> {
  const { one, context } = told.money;
  if (typeof value === 'object' && value !== null && 'pictures' in value)
    return drawnPapers(tx, actor, areaOf(told), value.pictures as string[]);
  const [, days] = /^<day\+(\d+)>$/.exec(String(value)) ?? [];
  if (days !== undefined) return addDays(told.begun, Number(days));
  if (id !== 'place') return value;
  const estate = one.community.estates.find(({ short }) => short === value);
  const areaId = demoId(estateKey(one.community, estate?.name ?? ''));
  return { label: String(value), areaId, ...placeNames(context.tree, areaId) };
}

async function actOne(tx: Tx, told: Told, act: Extract<StoryAct, { do: string }>): Promise<void> {
  const actor = personOf(told, act.by);
  const { areaId, number } = await matterOf(tx, told);
  const form = await filled(tx, told, actor, act.form);
  await actOnMatter(tx, told.money.context, actor, { areaId, number, action: act.do, act: { form } });
}

/** The step has waited as long as it was to. */
async function passLimit(tx: Tx, told: Told): Promise<void> {
  const { areaId, id: subject } = await matterOf(tx, told);
  await deadlineCame(tx, told.money.context, { areaId, subject, rule: 'limit' }, system);
}

async function ballotOf(tx: Tx, told: Told): Promise<{ areaId: string; ballotId: string }> {
  const { areaId, id } = await matterOf(tx, told);
  const found = await ballotsOf(tx, areaId, id);
  return { areaId, ballotId: found.at(-1)?.id ?? '' };
}

async function openVote(tx: Tx, told: Told, closesAt: string): Promise<void> {
  const which = await ballotOf(tx, told);
  await beginBallot(tx, personOf(told, 'secretary'), told.money.ballots, { ...which, closesAt });
}

/** Members of the committee vote on paper, each read by two people. */
async function castAll(tx: Tx, told: Told, choices: readonly number[]): Promise<void> {
  const which = await ballotOf(tx, told);
  const electors = await readElectors(tx, which.areaId, which.ballotId);
  const [ballot] = await ballotsOf(tx, which.areaId, (await matterOf(tx, told)).id);
  const readers = [personOf(told, 'worker'), personOf(told, 'worker2')];
  for (const [position, elector] of electors.entries()) {
    const choice = ballot?.choices[choices[position] ?? 0]?.id ?? 'yes';
    for (const by of readers) await enterPaper(tx, { ...which, code: elector.code, choices: [choice], by });
  }
}

async function closeVote(tx: Tx, told: Told): Promise<void> {
  const { areaId, ballotId: subject } = await ballotOf(tx, told);
  await ballotCameDue(tx, told.money.ballots, { areaId, subject } as Parameters<typeof ballotCameDue>[2]);
}

async function noticeOf(tx: Tx, told: Told): Promise<{ areaId: string; publicityId: string }> {
  const { areaId, id } = await matterOf(tx, told);
  const [newest] = await noticesOf(tx, areaId, id);
  return { areaId, publicityId: newest?.id ?? '' };
}

async function postNotice(tx: Tx, told: Told): Promise<void> {
  const which = await noticeOf(tx, told);
  await check(tx, personOf(told, 'worker'), told.money.publicity, which);
  await approve(tx, personOf(told, 'secretary'), told.money.publicity, which);
}

async function closeNotice(tx: Tx, told: Told): Promise<void> {
  const { areaId, publicityId: subject } = await noticeOf(tx, told);
  await publicityCameDue(tx, told.money.publicity, { areaId, subject });
}

/** What the matter asks to be paid: prepared by one of the committee, approved by another. */
async function payIt(tx: Tx, told: Told, account: string): Promise<void> {
  const { money, fund } = told;
  const { areaId, id } = await matterOf(tx, told);
  const found = await fundFinder(money, fund.estate)(tx);
  const [payment] = (await paymentsOf(tx, areaId, id)).slice(-1);
  if (!payment) throw new Error(`the story ${told.story.key} has nothing to pay`);
  const committee = personOf(told, 'committee');
  const which = { ...found, voucherId: payment.id };
  const voucher = await readVoucherCard(tx, committee, money.funds, which);
  const papers = await drawnPapers(tx, committee, areaId, ['paper-receipt', 'paper-contract']);
  const form = {
    ...{ kind: 'payment' as const, way: 'bank' as const, receiptNo: '', day: shanghaiDate(tx.now), amount: '0' },
    ...{ party: voucher.party, memo: voucher.memo, papers, accountId: found.accounts.get(account) ?? '' },
    ...{ payeeUserId: null, relatedIds: [], relatedNote: '' },
  };
  await changeVoucher(tx, committee, money.funds, { ...which, form, version: voucher.version });
  await approveVoucher(tx, personOf(told, 'committee2'), money.funds, { ...which, version: voucher.version + 1 });
}
