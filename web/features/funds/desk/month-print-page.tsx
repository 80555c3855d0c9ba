import { useParams } from 'react-router';
import { Button } from 'antd';
import { placedName } from '#shared/placed-name';
import { dayName, shanghaiDate, shanghaiInstant } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { formatFen } from '../money.ts';
import { useMonth, type DeskMonthPage } from './months-api.ts';
import './month-print.css';

/** The account of a month for the board: A4, every line, who checked it, code and hash. Source: C42. */
export function MonthPrintPage() {
  const { areaId = '', fundId = '', month = '' } = useParams();
  const page = useMonth({ areaId, fundId }, Number(month));
  const refused = refusedOf(page.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void page.refetch()} />;
  if (!page.data) return <Waiting />;
  if (page.data.hash === null) return <Empty>这个月的账单还没有公布。发布以后再打印，纸上才有编码。</Empty>;
  return (
    <main className="account-paper">
      <p className="paper-tools no-print">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印
        </Button>
        <span>A4 竖向。贴在小区公告栏，到下个月的账单贴出来为止。</span>
      </p>
      <Sheet page={page.data} />
    </main>
  );
}

const amount = (fen: number): string => (fen === 0 ? '' : formatFen(fen));

function Sheet({ page }: { page: DeskMonthPage }) {
  return (
    <article>
      <h1>{placedName(page.place, page.fundName)}收支清单</h1>
      <p className="where">
        {page.areaName} · {page.name}
        {page.bankName && ` · ${page.bankName}${page.bankTail ? `（尾号 ${page.bankTail}）` : ''}`}
      </p>
      <table className="figures">
        <tbody>
          <tr>
            <th>{page.statement.other === 0 ? '月初结余（元）' : '开户时就有（元）'}</th>
            <td>{formatFen(page.opening + page.statement.other)}</td>
            <th>收入（元）</th>
            <td>{formatFen(page.in)}</td>
          </tr>
          <tr>
            <th>支出（元）</th>
            <td>{formatFen(page.out)}</td>
            <th>月末结余（元）</th>
            <td>
              <b>{formatFen(page.closing)}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <Kinds page={page} />
      <Lines page={page} />
      <Foot page={page} />
    </article>
  );
}

function Kinds({ page }: { page: DeskMonthPage }) {
  const of = (direction: 'in' | 'out'): string =>
    page.kinds
      .filter((kind) => kind.direction === direction)
      .map(({ name, amount: fen }) => `${name} ${formatFen(fen)}`)
      .join('；') || '没有';
  return (
    <p className="by-kind">
      收入来自：{of('in')}。
      <br />
      支出用于：{of('out')}。
    </p>
  );
}

function Lines({ page }: { page: DeskMonthPage }) {
  const { now } = useSession();
  return (
    <table className="lines">
      <thead>
        <tr>
          <th>日期</th>
          <th>凭证号</th>
          <th>摘要</th>
          <th>对方</th>
          <th className="r">收入（元）</th>
          <th className="r">支出（元）</th>
        </tr>
      </thead>
      <tbody>
        {page.lines.map((line) => (
          <tr key={line.seq}>
            <td>{dayName(shanghaiInstant(line.day, 12), now())}</td>
            <td>{line.number ?? ''}</td>
            <td>
              {line.memo}
              {line.corrects && `（更正${line.corrects.name}第 ${line.corrects.seq} 笔）`}
              {line.correctedBy && `（已在${line.correctedBy.name}更正）`}
              {line.moved > 0 && `（转存 ${formatFen(line.moved)}）`}
              {line.project && (
                <>
                  <br />
                  从头到尾看这件事：查询码 <span className="code">{line.project}</span>
                </>
              )}
            </td>
            <td>{line.party}</td>
            <td className="r">{amount(line.in + line.other)}</td>
            <td className="r">{amount(line.out)}</td>
          </tr>
        ))}
        {page.lines.length === 0 && (
          <tr>
            <td colSpan={6}>这个月没有收支。</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Foot({ page }: { page: DeskMonthPage }) {
  return (
    <footer>
      <div>
        <p>
          记账：{page.draftedName}　核对（监督小组）：{page.checkedName}　发布：{page.approvedName}
        </p>
        <p>{page.publishedAt && `公布日期：${shanghaiDate(page.publishedAt)}`}</p>
        {page.checkedNote && <p>监督小组意见：{page.checkedNote}</p>}
        {(page.hotline || page.opinionBox) && (
          <p>
            {page.hotline && `监督热线：${page.hotline}　`}
            {page.opinionBox && `意见箱：${page.opinionBox}`}
          </p>
        )}
        <p>
          账单编码 <b className="code">{page.short}</b>
        </p>
        <p className="code small">{page.hash}</p>
        <p className="small">编码由公布时的原文算出（SHA-256）。手机上看到的编码和这张纸上的一样，账就没有改过。</p>
      </div>
      <div className="scan">
        <QrCode text={page.url} label="打开这个月的账" />
        <span>扫码看每一笔的凭证，有疑问可以问</span>
      </div>
    </footer>
  );
}
