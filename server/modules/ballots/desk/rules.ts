import type { CountedBy, Share, Terms } from '#shared/recount';
import type { ElectorLine, PaperState, TurnoutPage } from './contract.ts';

type Amounts = { number: number; of: number; area: number; areaOf: number };
type Kernel = {
  missingFor(have: number, of: number, needs: Share): number;
  amountName(by: CountedBy, amount: number): string;
};

/** What the rule asks of taking part, and how much is missing. */
export function needsOf({ by, takePart }: Terms, turnout: Amounts, kernel: Kernel): TurnoutPage['needs'] {
  if (!takePart) return [];
  return by.map((one) => {
    const [have, of] = one === 'number' ? [turnout.number, turnout.of] : [turnout.area, turnout.areaOf];
    const missing = kernel.missingFor(have, of, takePart);
    const what = one === 'number' ? '人数' : '面积';
    const amounts = `${kernel.amountName(one, have)}/${kernel.amountName(one, of)}`;
    const left = `还差 ${kernel.amountName(one, missing)}${one === 'number' ? ' 人' : ''}`;
    return {
      ...{ by: one, have, of, missing, met: missing === 0 && of > 0 },
      needs: { share: [...takePart.share] as [number, number], test: takePart.test },
      sentence: `参加${what} ${amounts}，${missing === 0 ? '已经够了' : left}`,
    };
  });
}

type Building = TurnoutPage['buildings'][number];

/** Buildings as people count them: 2号楼 before 10号楼. */
export function inOrder(buildings: readonly Building[]): Building[] {
  const numberOf = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? Number.MAX_SAFE_INTEGER);
  return [...buildings].sort(
    (one, other) => numberOf(one.name) - numberOf(other.name) || (one.name < other.name ? -1 : 1),
  );
}

export function votedWays(buildings: readonly { voted: number; byPhone: number }[]): TurnoutPage['votedWays'] {
  const voted = buildings.reduce((sum, one) => sum + one.voted, 0);
  const byPhone = buildings.reduce((sum, one) => sum + one.byPhone, 0);
  return [
    { way: 'phone', name: wayName('phone'), voted: byPhone },
    { way: 'paper', name: wayName('paper'), voted: voted - byPhone },
  ];
}

export function wayName(way: 'phone' | 'paper' | null): string {
  return way === null ? '' : way === 'phone' ? '手机' : '纸质票';
}

export function paperState({ readers, paperCast }: { readers: number; paperCast: boolean }): PaperState {
  if (paperCast) return 'done';
  return readers === 0 ? 'none' : readers === 1 ? 'once' : 'differ';
}

/** The columns of the sheet of electors. */
export const electorColumns: { heading: string; width: number; value(line: ElectorLine): string | number }[] = [
  { heading: '编号', width: 8, value: ({ number }) => number },
  { heading: '楼栋', width: 12, value: ({ buildingName }) => buildingName },
  { heading: '门牌', width: 28, value: ({ label }) => label },
  { heading: '姓名', width: 10, value: ({ name }) => name },
  { heading: '面积（㎡）', width: 12, value: ({ area }) => (area === 0 ? '' : area / 100) },
  { heading: '是否参加', width: 10, value: ({ voted }) => (voted ? '已参加' : '未参加') },
  { heading: '参加方式', width: 10, value: ({ votedWay }) => votedWay },
  {
    heading: '送达方式',
    width: 20,
    value: ({ deliveries }) => [...new Set(deliveries.map(({ wayName: name }) => name))].join('、'),
  },
  { heading: '代投人', width: 10, value: ({ proxyName }) => proxyName ?? '' },
  { heading: '回避原因', width: 30, value: ({ excludedReason }) => excludedReason ?? '' },
];
