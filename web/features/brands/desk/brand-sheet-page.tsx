import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useBrandDesk, type BrandDesk } from './brand-api.ts';
import './brand-sheet.css';

/** The yearly review on paper, A4: the brand, its computed figures month by month, proofs, and who signs. */
export function BrandSheetPage() {
  const { area } = useSession();
  const found = useBrandDesk(area.id);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  if (!found.data.brand || !found.data.figures) return <Empty>这个社区还没有品牌，没有可以打印的。</Empty>;
  return (
    <>
      <p className="sheet-tools">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印
        </Button>
        <span className="mute sm">A4 竖向</span>
      </p>
      <Sheet desk={found.data} brand={found.data.brand} figures={found.data.figures} />
    </>
  );
}

type Props = {
  desk: BrandDesk;
  brand: NonNullable<BrandDesk['brand']>;
  figures: NonNullable<BrandDesk['figures']>;
};

function Sheet({ desk, brand, figures }: Props) {
  const facts = [
    ['品牌名称', brand.name],
    ['一句话', brand.slogan],
    ['负责人', brand.owner || '—'],
    ['统计时段', `${figures.from} 至 ${figures.to}`],
    ['活动场次', `${figures.held} 场`],
    ['参加人数', `${figures.people} 人（不同的人，各算一次）`],
    ['参加人次', `${figures.personTimes} 人次`],
    ['有活动的月份', `${figures.monthsActive} 个月`],
    ['提醒', figures.warning ?? '没有'],
  ];
  return (
    <main className="brand-sheet">
      <h1>“一社一品”年度复核表</h1>
      <p>{desk.areaName}</p>
      <table>
        <tbody>
          {facts.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td colSpan={11}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>每月活动场次</caption>
        <thead>
          <tr>
            {figures.months.map(({ month }) => (
              <th key={month} scope="col">
                {Number(month.slice(5))} 月
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {figures.months.map(({ month, held }) => (
              <td key={month}>{held}</td>
            ))}
          </tr>
        </tbody>
      </table>
      <p>
        推广和宣传：
        {desk.proofs.map(({ title, givenBy, givenOn }) => `${title}（${givenBy}，${givenOn}）`).join('；') || '没有'}
      </p>
      <p className="sign">社区（盖章）　　　　　　　　书记签字　　　　　　　　年　　月　　日</p>
      <p className="sign">区县复核意见：□ 通过　□ 提醒整改　　　　复核人　　　　　　　　年　　月　　日</p>
      <p className="mute sm">数字由系统从活动和签到记录算出，不用填报。</p>
    </main>
  );
}
