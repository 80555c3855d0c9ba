import type { Reader } from '#platform/database';
import type { VoucherKind, VoucherWay } from '../vouchers/contract.ts';

/** A posted voucher as a story tells it. `was` is what a correction takes back; `paidOut` holds for payments and their corrections. */
export type PaymentOf = {
  areaId: string;
  fundId: string;
  id: string;
  fundName: string;
  estateId: string | null;
  kind: VoucherKind;
  way: VoucherWay;
  number: string;
  day: string;
  month: number;
  amount: number;
  was: number | null;
  paidOut: boolean;
  party: string;
  isPerson: boolean;
  step: string | null;
  at: string;
  /** The voucher that was asked for: itself, or what it corrects in the end. */
  rootId: string;
};

const told = `v.area_id, v.fund_id, v.id, v.kind, v.way, v.number, v.serial, v.day, v.month, v.amount, v.party,
  v.payee_user_id is not null as person, v.step, coalesce(v.approved_at, v.drafted_at, v.made_at) as at`;

const columns = `o.area_id as "areaId", o.fund_id as "fundId", o.id, f.name as "fundName", f.estate_id as "estateId", o.kind, o.way, o.number, o.day::text as day,
  o.month, o.amount, o.was, o.paid_out as "paidOut", o.party, o.person as "isPerson", o.step, o.at, o.root_id as "rootId"`;

/** The posted vouchers that fit, each with what has corrected it since. */
const withCorrections = (fits: string): string => `with recursive o as (
    select ${told}, null::bigint as was, v.kind = 'payment' as paid_out, v.id as root_id
    from vouchers v where v.area_id = $1 and v.state = 'posted' and v.kind <> 'correction' and ${fits}
    union all
    select ${told}, o.amount, o.paid_out, o.root_id from o join vouchers v on v.area_id = o.area_id and v.fund_id = o.fund_id and v.corrects = o.id
    where v.state = 'posted')
  select ${columns} from o join funds f on f.area_id = o.area_id and f.id = o.fund_id order by o.at, o.month, o.serial limit 200`;

export function readOfMatter(reader: Reader, areaId: string, matterId: string): Promise<PaymentOf[]> {
  return reader.query<PaymentOf>(withCorrections('v.matter_id = $2'), [areaId, matterId]);
}

export function readSome(reader: Reader, areaId: string, ids: readonly string[]): Promise<PaymentOf[]> {
  return reader.query<PaymentOf>(withCorrections('v.id = any($2::uuid[])'), [areaId, ids]);
}

/** The matter a voucher was posted for, its own or that of what it corrects. */
export async function readMatters(reader: Reader, areaId: string, id: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select distinct coalesce(v.matter_id, c.matter_id) as id from vouchers v
     left join vouchers c on c.area_id = v.area_id and c.fund_id = v.fund_id and c.id = v.corrects
     where v.area_id = $1 and v.id = $2 and v.state = 'posted' and coalesce(v.matter_id, c.matter_id) is not null`,
    [areaId, id],
  );
  return rows.map((row) => row.id);
}

type Choice = Pick<PaymentOf, 'id' | 'number' | 'day' | 'amount' | 'party' | 'isPerson' | 'at'> & { memo: string };

/** Posted payments and incomes whose memo, payee or number has these words, the newest first. */
export function findSome(reader: Reader, areaId: string, words: string, limit: number): Promise<Choice[]> {
  return reader.query<Choice>(
    `select v.id, v.number, v.day::text as day, v.amount, v.party, v.memo, v.payee_user_id is not null as "isPerson",
       coalesce(v.approved_at, v.drafted_at, v.made_at) as at
     from vouchers v where v.area_id = $1 and v.state = 'posted' and v.kind <> 'correction'
       and ($2 = '' or strpos(lower(v.memo), lower($2)) > 0 or strpos(v.party, $2) > 0 or v.number like $2 || '%')
     order by v.month desc, v.serial desc limit $3`,
    [areaId, words, limit],
  );
}
