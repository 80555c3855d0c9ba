import { createHash } from 'node:crypto';
import { canonical } from '#shared/canonical';
import { chainStart, linkText } from '#shared/chain';
import { seededRandom } from '#shared/random';
import { statementFrom, sumsByMonth } from '#shared/reckon-books';
import { writeAccounts, type Bundle, type BundleEntry, type ChainLink } from '#shared/reckon';
import type { RecordHead, RecordVote } from '#shared/recount';
import { contentOf, endLine, headLine, nextHead, noHead, rowLine } from '../../server/kernel/audit/chain/rules.ts';
import { writeOpening, writeRecord } from '../../server/kernel/ballots/record/rules.ts';
import { closingText, openingText, periodOf } from '../../server/kernel/publicity/rules.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const areaId = '0197b000-0000-7000-8000-000000000004';
const idOf = (kind: string, at: number): string => `0197b000-0000-7000-${kind}-${String(at).padStart(12, '0')}`;
const doors = 24;

const headOf = (secret: boolean): RecordHead => ({
  ...{
    format: 'liren-ballot-1',
    ballot: idOf('a001', secret ? 2 : 1),
    title: '更换给水管',
    question: '您同意用公共收益更换给水管吗？',
  },
  choices: [
    { id: 'yes', label: '同意' },
    { id: 'no', label: '不同意' },
    { id: 'abstain', label: '弃权' },
  ],
  ...{ electorate: 'owners', rule: 'owners-double-majority', ruleName: '双过半' },
  terms: {
    by: ['number', 'area'],
    takePart: { share: [2, 3], test: 'at-least' },
    agree: { share: [1, 2], test: 'more-than' },
    of: 'present',
  },
  ...{ secret, changeable: !secret, paperRule: 'paper', pick: 1, electors: doors },
  ...{ openedAt: '2026-05-11T01:00:00.000Z', closesAt: '2026-05-25T16:00:00.000Z' },
});

/** A ballot of 24 doors: some voted twice, some by paper too, one person owns two, one does not take part. */
export function ballotRecord(secret = false): string {
  const random = seededRandom(`ballot ${secret}`);
  const head = headOf(secret);
  const electors = Array.from({ length: doors }, (_, at) => ({
    ...{ number: at + 1, person: at === 9 ? 4 : at + 1, area: 7200 + at * 35, name: '' },
  }));
  const voting = electors.filter(({ number }) => number % 6 !== 0);
  const choiceOf = (number: number): string => (number % 9 === 0 ? 'abstain' : number % 4 === 0 ? 'no' : 'yes');
  const voteOf = (
    number: number,
    way: 'paper' | 'phone',
    revision: number,
    choice: string,
  ): Omit<RecordVote, 'counted'> => ({
    ...{ number, way, revision, choices: [choice] },
    at: new Date(Date.parse(head.openedAt) + random.between(1, 14 * 86_400_000)).toISOString(),
    receipt: sha256(`${number} ${way} ${revision}`),
  });
  const votes = voting.flatMap(({ number }) => [
    voteOf(number, 'phone', 1, choiceOf(number)),
    ...(number % 5 === 0 ? [voteOf(number, 'phone', 2, 'yes')] : []),
    ...(number % 8 === 0 ? [voteOf(number, 'paper', 1, 'no')] : []),
  ]);
  const close = { closedAt: head.closesAt, opening: sha256(writeOpening(head, electors)) };
  return writeRecord(head, electors, close, {
    excluded: [{ number: 7, reason: '所在公司参加了报价' }],
    tookPart: secret ? voting.map(({ number }) => ({ number, way: 'phone' as const })) : [],
    votes: secret ? [] : votes,
    slips: secret
      ? voting.map(({ number }) => ({ receipt: sha256(`slip ${number}`), choices: [choiceOf(number)] }))
      : [],
  }).text;
}

/** A bundle of audit rows; `hashOf` takes the place of the hash that stands on the one before it. */
export function auditBundle(rows: number, hashOf?: (n: number, content: string) => string): string {
  let head = noHead;
  let text = headLine({ area: areaId, name: '工盛社区', after: 0, before: head.hash, through: rows });
  for (let at = 1; at <= rows; at++) {
    const content = contentOf({
      ...{ areaId, id: idOf('b001', at), at: new Date(Date.UTC(2026, 4, 1, 1, at)).toISOString() },
      ...{ actorId: `user-${at % 7}`, actorName: ['周敏', '孟庆华', '刘思远'][at % 3] ?? '', act: 'voucher.approve' },
      ...{ subject: `202605-${String(at).padStart(3, '0')}`, detail: { amount: at * 1250, note: '第“一”笔\n<b>' } },
    });
    const next = nextHead(head, content, sha256);
    head = hashOf ? { n: next.n, hash: hashOf(next.n, sha256(content)) } : next;
    text += rowLine(head, content);
  }
  return text + endLine(rows, head.hash, sha256(text));
}

// ------------------------------------------------------------------------------------------------------------- accounts

const accounts: Bundle['head']['accounts'] = [
  { code: '1001', name: '现金', kind: 'asset', neverNegative: true },
  { code: '1002', name: '银行存款', kind: 'asset', neverNegative: true },
  { code: '4001', name: '期初结余', kind: 'equity', neverNegative: false },
  { code: '6001', name: '停车费', kind: 'income', neverNegative: false },
  { code: '6004', name: '公共区域广告费', kind: 'income', neverNegative: false },
  { code: '7001', name: '维修改造', kind: 'expense', neverNegative: false },
];
const months = [202604, 202605, 202606];
const project = { code: 'k7pm2xw9', title: '更换给水管' };

function notice(): Bundle['notices'][number] {
  const id = idOf('c001', 1);
  const postedAt = '2026-06-01T02:00:00.000Z';
  const row = { areaId, id, title: '关于更换给水管的公示', body: '', shown: [], days: 7, board: true };
  const opening = openingText(row, { areaName: '工盛社区', pictures: [], postedAt });
  const closing = closingText({
    ...{ id, openingHash: sha256(opening), outcome: 'clear', closedAt: periodOf(postedAt, 7).closesAt, reason: '' },
    objections: [
      {
        number: 1,
        at: '2026-06-03T02:00:00.000Z',
        answer: '已答复',
        upheld: false,
        answeredAt: '2026-06-04T02:00:00.000Z',
      },
    ],
  });
  return { id, opening, openingHash: sha256(opening), closing, closingHash: sha256(closing) };
}

/** What is posted, month by month: the opening, income, a correction, and the payment of the project on 9 June. */
function planned(): Omit<BundleEntry, 'seq' | 'hash'>[] {
  const random = seededRandom('accounts');
  const made: Omit<BundleEntry, 'seq' | 'hash'>[] = [];
  const post = (day: string, memo: string, lines: BundleEntry['lines'], reverses: number | null = null): void => {
    const key = `voucher:${made.length + 1}`;
    made.push({ key, day, at: `${day}T03:00:00.000Z`, memo, ref: `${day}-${made.length}`, reverses, lines });
  };
  for (const month of months) {
    const day = (n: number): string => `${Math.floor(month / 100)}-0${month % 100}-${String(n).padStart(2, '0')}`;
    if (month === 202604)
      post(day(1), '期初结余', [
        ['1002', 30_000_000],
        ['4001', -30_000_000],
      ]);
    for (let at = 2; at <= 6; at++) {
      const amount = random.between(10_000, 900_000);
      post(day(at), `停车费 ${at}`, [
        ['1002', amount],
        [at % 3 === 0 ? '6004' : '6001', -amount],
      ]);
    }
    post(day(10), '存现金', [
      ['1001', 5000],
      ['1002', -5000],
    ]);
    if (month === 202605) post(day(20), '冲销：记错科目', negated(made[2]?.lines ?? []), 3);
    if (month === 202606)
      post(day(9), '更换给水管工程款', [
        ['7001', 25_410_000],
        ['1002', -25_410_000],
      ]);
  }
  return made;
}

const negated = (lines: BundleEntry['lines']): BundleEntry['lines'] => lines.map(([code, amount]) => [code, -amount]);

function opening({ book, opened, unit }: Bundle['head']): ChainLink {
  const held = { at: '2026-04-01T01:00:00.000Z', key: 'opening', opened, unit };
  return {
    kind: 'opening',
    of: { ...held, seq: 0, hash: sha256(linkText(chainStart, 0, sha256(canonical({ ...held, book })))) },
  };
}

type Linked = Omit<BundleEntry, 'seq' | 'hash'> | { month: number };

/** A fund's account of a quarter with one project that was voted on and hung out for seven days. */
export function accountsBundle(): { text: string; published: string } {
  const head: Bundle['head'] = {
    ...{ format: 'liren-accounts-1', area: areaId, fund: idOf('d001', 1), book: idOf('e001', 1), unit: 'fen' },
    ...{ name: '工盛小区公共收益', place: '工盛小区', opened: 202604, from: 202604, to: 202606 },
    ...{ first: 0, before: chainStart, accounts },
  };
  const record = ballotRecord();
  const bundle: Bundle = {
    ...{ head, chain: [], disclosures: [], notices: [notice()] },
    ballots: [{ id: headOf(false).ballot, hash: sha256(record), record }],
    projects: [],
  };
  bundle.chain.push(opening(head));
  const all = planned();
  const order: Linked[] = months.flatMap((month) => [
    ...all.filter(({ day }) => Number(day.replaceAll('-', '').slice(0, 6)) === month),
    { month },
  ]);
  for (const one of order) bundle.chain.push(linked(bundle, one));
  const sums = sumsByMonth(bundle);
  for (const one of sums) {
    const { lines, ...figures } = statementFrom(bundle, one);
    const paid = lines.filter(({ out }) => out > 0).map(({ seq }) => seq);
    if (paid.length > 0)
      bundle.projects.push({ ...project, payments: paid, ballots: [headOf(false).ballot], notices: [idOf('c001', 1)] });
    const shown = lines.map((line) => ({
      ...line,
      project: line.out > 0 ? project.code : null,
      party: '',
      vouchers: [],
    }));
    const { area, fund, name, place } = head;
    const statement = canonical({
      ...{ format: 'liren-disclosure-1', area, fund, name, place, unit: 'fen', month: one.month },
      ...{ ...figures, lines: shown },
    });
    bundle.disclosures.push({
      month: one.month,
      hash: sha256(statement),
      statement,
    });
  }
  return { text: writeAccounts(bundle, sha256), published: bundle.disclosures.at(-1)?.hash ?? '' };
}

function linked(bundle: Bundle, one: Linked): ChainLink {
  const { head, chain } = bundle;
  const seq = chain.length;
  const before = chain.at(-1)?.of.hash ?? chainStart;
  const hashOf = (content: object): string =>
    sha256(
      linkText(before, seq, sha256(canonical({ ...content, book: head.book } as Parameters<typeof canonical>[0]))),
    );
  if (!('month' in one)) return { kind: 'entry', of: { ...one, seq, hash: hashOf(one) } };
  const { month } = one;
  const after = sumsByMonth(bundle).find((sums) => sums.month === month)?.after ?? new Map<string, number>();
  const balances = accounts.map(({ code }) => [code, after.get(code) ?? 0] as const);
  const at = '2026-07-08T02:00:00.000Z';
  const key = `closing:${month}`;
  return { kind: 'closing', of: { seq, key, month, at, balances, hash: hashOf({ at, balances, closes: month, key }) } };
}
