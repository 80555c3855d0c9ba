import { dayName, shanghaiInstant } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { formatFen } from '../money.ts';
import type { DeskMonthPage } from './months-api.ts';

type Line = DeskMonthPage['lines'][number];

/** Every line with its voucher beside it, so that both are read together. */
export function MonthLines({ page }: { page: DeskMonthPage }) {
  if (page.lines.length === 0) return <p className="mute">这个月没有收支。</p>;
  return (
    <table className="t month-lines">
      <thead>
        <tr>
          <th>日期</th>
          <th>摘要</th>
          <th className="r">收入（元）</th>
          <th className="r">支出（元）</th>
          <th>凭证</th>
        </tr>
      </thead>
      <tbody>
        {page.lines.map((line) => (
          <LineRow key={line.seq} line={line} />
        ))}
      </tbody>
    </table>
  );
}

const amount = (fen: number): string => (fen === 0 ? '' : formatFen(fen));

function LineRow({ line }: { line: Line }) {
  const { now } = useSession();
  const { corrects, correctedBy } = line;
  return (
    <tr>
      <td className="num">{dayName(shanghaiInstant(line.day, 12), now())}</td>
      <td>
        {line.memo}
        <br />
        <span className="mute sm">
          {[line.kindName, line.party, line.number, line.wayName].filter(Boolean).join(' · ')}
        </span>
        {line.moved > 0 && <Tag tone="info">{`转存 ${formatFen(line.moved)}`}</Tag>}
        {corrects && <Tag tone="due">{`更正${corrects.name}第 ${corrects.seq} 笔`}</Tag>}
        {correctedBy && <Tag tone="late">{`已在${correctedBy.name}更正`}</Tag>}
      </td>
      <td className="num r">{amount(line.in + line.other)}</td>
      <td className="num r">{amount(line.out)}</td>
      <td>
        <span className="papers">
          {line.pictures.map(({ id, full, small }, at) => (
            <a key={id} href={full} target="_blank" rel="noreferrer" aria-label={`看第 ${at + 1} 张凭证的大图`}>
              <img src={small} alt="凭证" width="44" height="44" loading="lazy" />
            </a>
          ))}
          {line.pictures.length === 0 && line.number && <span className="mute sm">没有照片</span>}
        </span>
      </td>
    </tr>
  );
}
