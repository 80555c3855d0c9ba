import { addDays, shanghaiDate, shanghaiInstant } from '#shared/time';
import type { Tx } from '#platform/database';
import { keepFund, type PastVoucher } from '#modules/funds/past';
import type { FundWords } from '../../server/modules/funds/words/contract.ts';
import type { CommunityCast, Person } from '../contract.ts';
import { estateKey } from '../person.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

type Named = { id: string; name: string };
type Ground = { one: CommunityCast; known: Known; now: Date };

/** What came in and went out, days before today: kind, amount in fen, account, other side, what for. */
type Deed = [ago: number, kind: 'income' | 'payment', fen: number, account: string, party: string, memo: string];

const deeds: Deed[] = [
  [54, 'income', 642_000, '停车费', '地面停车 107 户', '上月地面停车费'],
  [52, 'income', 180_000, '公共区域广告费', '齐鲁电梯传媒有限公司', '电梯广告，第三季度'],
  [47, 'payment', 96_000, '绿化保洁', '润家保洁服务部', '清理 3、4 号楼后绿化带'],
  [41, 'income', 250_000, '通讯基站租赁费', '张店通信铁塔服务部', '6 号楼顶基站，半年租金'],
  [36, 'payment', 128_650, '公共能耗', '供电营业厅', '楼道灯和门禁电费'],
  [33, 'payment', 400_000, '维修改造', '恒达电梯维保有限公司', '2 号楼电梯曳引绳更换'],
  [24, 'income', 648_000, '停车费', '地面停车 108 户', '上月地面停车费'],
  [22, 'income', 36_000, '摊位费', '周末便民摊位 6 个', '门口空地便民摊位'],
  [15, 'payment', 58_000, '公共设施', '学军五金店', '更换单元门闭门器 4 只'],
  [11, 'payment', 127_300, '公共能耗', '供电营业厅', '楼道灯和门禁电费'],
  [6, 'income', 90_000, '闲置房屋租赁费', '老张修车铺', '1 号楼底商储藏间，季度租金'],
];

/** A fund of the first estate, its last two months, so that the screens of money have something to show. */
export function loadFunds(tx: Tx, words: FundWords, ground: Ground): void {
  const { one, now } = ground;
  const { community } = one;
  const [estate] = community.estates;
  const chair = userOf(ground, 'committee');
  const deputy = userOf(ground, 'committee2');
  if (!estate || !chair || !deputy) return;
  const today = shanghaiDate(now);
  const key = `${community.code}/fund/${estate.name}`;
  const openedOn = addDays(today, -60);
  const vouchers = deeds.map((deed, at) => voucherOf({ deed, key: `${key}/${at + 1}`, today, chair, deputy }));
  const waiting: Deed = [1, 'payment', 86_000, '维修改造', '恒达电梯维保有限公司', '5 号楼电梯门机皮带更换'];
  const last = voucherOf({ deed: waiting, key: `${key}/waiting`, today, chair, deputy });
  keepFund(tx, words, {
    ...{ areaId: demoId(community.code), id: demoId(key), bookId: demoId(`${key}/book`), word: 'public-revenue' },
    ...{
      estateId: demoId(estateKey(community, estate.name)),
      name: `${estate.name}公共收益`,
      bankName: '张店农商银行',
    },
    ...{ bankTail: '6018', openedOn, openedAt: at(openedOn, 9), largeFromFen: 5_000_000, hotline: '0533-2718660' },
    ...{ opinionBox: '北院值班室门口', opening: { bank: 1_864_320, cash: 50_000 }, own: [], closings: [] },
    vouchers: [...vouchers, { ...last, postedAt: null }],
    bank: { through: addDays(today, -3), by: chair, at: at(addDays(today, -2), 16) },
    bankOnly: [{ day: addDays(today, -4), amount: 1_260, party: '', memo: '活期利息' }],
    idOf: (name) => demoId(`${key}/${name}`),
  });
}

const at = (day: string, hour: number): string => shanghaiInstant(day, hour, 20).toISOString();

function userOf({ one, known }: Ground, username: string): Named | null {
  const person: Person | undefined = one.residents.find((each) => each.username === username);
  const id = person && known.users.get(person.key);
  return person && id ? { id, name: person.name } : null;
}

type Writing = { deed: Deed; key: string; today: string; chair: Named; deputy: Named };

function voucherOf({ deed, key, today, chair, deputy }: Writing): PastVoucher {
  const [ago, kind, amount, account, party, memo] = deed;
  const day = addDays(today, -ago);
  return {
    ...{ key, id: demoId(key), kind, day, amount, account, party, memo, drafted: chair, matter: null },
    ...{
      receiptNo: `北院-${String(1000 + ago)}`,
      draftedAt: at(day, 10),
      postedAt: at(day, kind === 'income' ? 10 : 15),
    },
    approved: kind === 'income' ? null : deputy,
  };
}
