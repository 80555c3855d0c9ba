import { addMonths, firstDayOf, monthOf } from '../shared/months.ts';
import { seededRandom, type Random } from '../shared/random.ts';
import { addDays, shanghaiDate, shanghaiInstant } from '../shared/time.ts';

/** Public money of the first community: what its funds took in and paid, month by month, and how far their accounts are published. */

type LineEntry = {
  kind: 'income' | 'payment' | 'transfer';
  account: string;
  /** In yuan: what it always is, or between what. */
  amount: number | [number, number];
  /** Of the month. */
  day: number;
  /** In how many months it comes once. */
  every?: number;
  party?: string;
  memo: string;
  way?: 'bank' | 'cash' | 'receipt';
  receiptNo?: string;
};

export type FundEntry = {
  /** Short name of an estate; without one it is money of the whole community. */
  estate?: string;
  name: string;
  bank: { name: string; tail: string };
  /** So many months ago it was opened. */
  since: number;
  opening: { bank: string; cash: string };
  /** How many months ago the month lies that was published last. */
  published: number;
  /** The month after it has been checked and waits to be approved. */
  checked?: boolean;
  /** How many days ago the file of the bank was read. */
  bankFile?: number;
  lines: LineEntry[];
  /** What a resident or owner asks about a line of the month published so many times ago (1: the last). */
  questions?: { line: string; ago: number; by: string; words: string; answer?: string }[];
};

/** What somebody does in a story, so many days after it was begun. */
export type StoryAct = { days: number } & (
  | { by: string; do: string; form: StoryForm }
  /** How the members vote, by the positions of the choices; for how many days. */
  | { vote: number[]; open: number }
  /** Its notice is checked and approved, and hangs until its days are over. */
  | { post: true }
  /** The payment is prepared and approved, booked as this kind of expense. */
  | { pay: string }
  /** What the step waited for by itself has come. */
  | { limit: true }
);
export type StoryForm = Record<string, unknown>;

/** A story of public money as money-stories.yaml tells it. */
export type StoryEntry = {
  key: string;
  method: string;
  estate: string;
  begun: number;
  by: string;
  form: StoryForm;
  acts: StoryAct[];
};

/** What funds.yaml holds. */
export type FundsData = { funds: FundEntry[] };

export type VoucherPlan = Omit<LineEntry, 'amount' | 'day' | 'every'> & {
  way: 'bank' | 'cash' | 'receipt';
  amountFen: number;
  day: string;
  at: string;
};

export type FundPlan = Omit<FundEntry, 'lines' | 'published' | 'bankFile'> & {
  openedOn: string;
  openedAt: string;
  vouchers: VoucherPlan[];
  statement: string | null;
  /** Months with their accounts: when they were drafted, checked and published; what has not come about is null. */
  months: { month: number; draftedAt: string; checkedAt: string | null; publishedAt: string | null }[];
};

/** The funds as of now; the same seed gives the same amounts. */
export function planFunds({ seed, now, data }: { seed: string; now: Date; data: FundsData }): FundPlan[] {
  return data.funds.map((entry) => planOne(seededRandom(`${seed}/funds/${entry.estate ?? entry.name}`), now, entry));
}

function planOne(random: Random, now: Date, { lines, published, bankFile, ...entry }: FundEntry): FundPlan {
  const today = shanghaiDate(now);
  const current = monthOf(now);
  const first = addMonths(current, -entry.since);
  const vouchers: VoucherPlan[] = [];
  for (let index = 0; index <= entry.since; index++)
    for (const line of lines) {
      if (index % (line.every ?? 1) !== (line.every ?? 1) - 1) continue;
      const planned = voucherOf(random, addMonths(first, index), line);
      if (planned.day < today) vouchers.push(planned);
    }
  const last = addMonths(current, -published);
  const months = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(publishedMonth(random, now, month));
  if (entry.checked) months.push({ ...publishedMonth(random, now, addMonths(last, 1)), publishedAt: null });
  return {
    ...{ ...entry, months, openedOn: firstDayOf(first), openedAt: shanghaiInstant(firstDayOf(first), 9).toISOString() },
    statement: bankFile ? shanghaiInstant(addDays(today, -bankFile), 16).toISOString() : null,
    vouchers: vouchers.toSorted((one, other) => one.at.localeCompare(other.at)),
  };
}

function voucherOf(random: Random, month: number, line: LineEntry): VoucherPlan {
  const { amount, day: ofMonth, every: _, ...told } = line;
  const day = addDays(firstDayOf(month), ofMonth - 1);
  return {
    ...{ ...told, day, way: line.way ?? 'bank', memo: line.memo.replace('{month}', `${month % 100}月`) },
    amountFen: typeof amount === 'number' ? amount * 100 : random.between(amount[0] * 10, amount[1] * 10) * 10,
    at: shanghaiInstant(day, 0, random.between(9 * 60, 17 * 60)).toISOString(),
    ...(line.receiptNo ? { receiptNo: `${line.receiptNo} ${random.between(1000, 9999)}` } : {}),
  };
}

/** Drafted on the second, checked on the fourth, published by the eighth of the next month, and never later than now. */
function publishedMonth(random: Random, now: Date, month: number): FundPlan['months'][number] {
  const next = firstDayOf(addMonths(month, 1));
  const on = (day: number): string => {
    const at = shanghaiInstant(addDays(next, day - 1), 0, random.between(9 * 60, 17 * 60)).getTime();
    return new Date(Math.min(at, now.getTime() - 60_000)).toISOString();
  };
  return { month, draftedAt: on(2), checkedAt: on(4), publishedAt: on(random.between(5, 8)) };
}

const statementDays = 40;
const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** Lines as a bank writes them, with the balance after each. */
export function bankLines({ vouchers }: Pick<FundPlan, 'vouchers'>, until: string): string[][] {
  const from = addDays(until, -statementDays);
  const moved = vouchers.filter(
    ({ day, way, kind }) => day >= from && day < until && way === 'bank' && kind !== 'transfer',
  );
  const interest = { day: addDays(until, -1), kind: 'income', amountFen: 12_60, party: '', memo: '活期利息' } as const;
  let balance = 9_000_000;
  return [...moved, interest].map(({ day, kind, amountFen, party = '', memo }, at) => {
    balance += kind === 'income' ? amountFen : -amountFen;
    const [income, expense] = kind === 'income' ? [yuan(amountFen), ''] : ['', yuan(amountFen)];
    return [
      day,
      memo,
      party,
      income,
      expense,
      yuan(balance),
      `N${day.replaceAll('-', '')}${String(at).padStart(4, '0')}`,
    ];
  });
}
