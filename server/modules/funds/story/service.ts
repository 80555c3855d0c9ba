import { maskParty } from '#shared/masking';
import { formatFen } from '#shared/money';
import { monthName } from '#shared/months';
import { shanghaiDate, shanghaiInstant } from '#shared/time';
import type { AreaTree } from '#modules/areas';
import { foundMost, type HopTold, type StoryDoor } from '#modules/links/scope';
import { titleOf as fundTitleOf } from '../scope/service.ts';
import { voucherWayNames } from '../vouchers/contract.ts';
import * as store from './store.ts';

/** Payments in stories: what was posted, to the fen, with its voucher and the month in whose account it stands. Source: C39, F21. */

/** It is told on its own day: at the moment it was posted, or at the end of the day where it was posted later. */
function momentOf({ at, day }: store.PaymentOf): string {
  return shanghaiDate(new Date(at)) === day ? at : shanghaiInstant(day, 23).toISOString();
}

/** What it has changed: a correction counts by what it adds to, or takes off, what it corrects. */
const changeOf = ({ amount, was }: store.PaymentOf): number => amount - (was ?? 0);

function titleOf({ kind, was, amount, paidOut }: store.PaymentOf): string {
  if (kind === 'correction')
    return amount === 0 ? '付款退回' : `账目更正：${formatFen(was ?? 0)} 元改为 ${formatFen(amount)} 元`;
  return paidOut ? '付款，记进账里' : kind === 'income' ? '收入，记进账里' : '转款，记进账里';
}

function hopOf(tree: AreaTree, row: store.PaymentOf): HopTold {
  const { areaId, fundId, id, kind, way, number, month, party, isPerson, paidOut, step, rootId } = row;
  const named = isPerson ? '' : maskParty(party);
  const who = named === '' ? '' : kind === 'income' ? `${named}交来` : `付给${named}`;
  const eyes = kind === 'income' ? '' : '，一人经办、另一人复核';
  const sum = paidOut ? '' : ` ${formatFen(row.amount)} 元`;
  return {
    ...{ id, of: rootId, step, at: momentOf(row), title: titleOf(row) + sum },
    line: `${[who, voucherWayNames[way]].filter(Boolean).join('，')}${eyes}。凭证 ${number}，在${fundTitleOf({ tree }, { ...row, name: row.fundName })} ${monthName(month)}的账里。`,
    amount: paidOut ? changeOf(row) : null,
    ...{ href: `/f/${areaId}/${fundId}?month=${month}`, proof: '看当月的账和凭证', turning: paidOut },
  };
}

export const paymentStories = ({ tree }: { tree: AreaTree }): StoryDoor => ({
  kind: 'payment',
  name: '付款',
  ofMatter: async (reader, areaId, matterId) =>
    (await store.readOfMatter(reader, areaId, matterId)).map((row) => hopOf(tree, row)),
  ofRecords: async (reader, areaId, ids) => (await store.readSome(reader, areaId, ids)).map((row) => hopOf(tree, row)),
  mattersOf: (reader, areaId, id) => store.readMatters(reader, areaId, id),
  find: async (reader, areaId, words) =>
    (await store.findSome(reader, areaId, words, foundMost)).map(
      ({ id, number, memo, amount, party, isPerson, at }) => ({
        ...{ id, title: `${memo} ${formatFen(amount)} 元`, at },
        line: [number, isPerson ? '' : maskParty(party)].filter(Boolean).join('，'),
      }),
    ),
});
