import { useState } from 'react';
import { Button, Checkbox, Select } from 'antd';
import { formatFen } from '#shared/money';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useBankLines, useMatch, type BankLine, type FundPage } from './funds-api.ts';
import { StatementDrawer } from './statement-drawer.tsx';

/** What the bank says beside the vouchers, line by line. */
export function BankTab({ fund }: { fund: FundPage }) {
  const [onlyOpen, filter] = useState(false);
  const [imports, take] = useState(false);
  const [cursors, page] = useState<number[]>([]);
  const list = useBankLines(fund, { open: onlyOpen, cursor: cursors.at(-1) });
  const match = useMatch(fund);
  const refused = refusedOf(list.error);
  const wrong = refusedOf(match.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  const { items, next, through } = list.data;
  const may = fund.actions.includes('match');
  return (
    <section className="card">
      <div className="bar">
        <Checkbox
          checked={onlyOpen}
          onChange={(event) => {
            page([]);
            filter(event.target.checked);
          }}
        >
          只看没对上的
        </Checkbox>
        <Standing list={list.data} />
        <span className="sp" />
        {may && (
          <Button type="primary" icon={<Icon name="upload" size="xs" />} onClick={() => take(true)}>
            导入银行流水
          </Button>
        )}
      </div>
      {wrong && <Note tone="late">{wrong.detail}</Note>}
      {items.length === 0 && (
        <Empty>
          {through ? '都对上了。' : '还没有银行流水。到网银导出账户明细（Excel 或 CSV），点“导入银行流水”。'}
        </Empty>
      )}
      {items.length > 0 && (
        <Lines items={items} may={may} onMatch={(lineId, voucherId) => match.mutate({ lineId, voucherId })} />
      )}
      {(next !== null || cursors.length > 0) && (
        <div className="pages">
          <Button disabled={cursors.length === 0} onClick={() => page(cursors.slice(0, -1))}>
            上一页
          </Button>
          <Button disabled={next === null} onClick={() => next !== null && page([...cursors, next])}>
            下一页
          </Button>
        </div>
      )}
      {imports && <StatementDrawer fund={fund} onClose={() => take(false)} />}
    </section>
  );
}

/** How far the two agree, in one line. */
function Standing({ list }: { list: NonNullable<ReturnType<typeof useBankLines>['data']> }) {
  const { unmatched, unseen, bankBalance, bookBalance, through } = list;
  if (bankBalance === null || !through) return null;
  const apart = bookBalance - bankBalance;
  return (
    <span className="mute">
      银行到 {through}：{formatFen(bankBalance)} 元，账上 {formatFen(bookBalance)} 元
      {apart !== 0 && `，差 ${formatFen(Math.abs(apart))} 元`}；{unmatched} 行流水没有凭证，{unseen} 张凭证没有流水
    </span>
  );
}

type LinesProps = { items: BankLine[]; may: boolean; onMatch: (lineId: string, voucherId: string | null) => void };

function Lines({ items, may, onMatch }: LinesProps) {
  return (
    <table className="t bank">
      <caption className="sr">银行流水</caption>
      <thead>
        <tr>
          <th className="w-day">日期</th>
          <th className="w-serial">流水号</th>
          <th>摘要</th>
          <th className="w-fen">收入（元）</th>
          <th className="w-fen">支出（元）</th>
          <th className="w-fen">余额</th>
          <th className="w-match">对应的凭证</th>
        </tr>
      </thead>
      <tbody>
        {items.map((line) => (
          <tr key={line.id}>
            <td>{line.day}</td>
            <td className="mute">{line.serial}</td>
            <td>
              <div className="a">{line.memo || '（没有摘要）'}</div>
              <div className="z">{line.party}</div>
            </td>
            <td className="fen">{line.amount > 0 ? formatFen(line.amount) : ''}</td>
            <td className="fen">{line.amount < 0 ? formatFen(-line.amount) : ''}</td>
            <td className="fen mute">{formatFen(line.balance)}</td>
            <td>
              <Matching line={line} may={may} onMatch={onMatch} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type MatchingProps = { line: BankLine; may: boolean; onMatch: LinesProps['onMatch'] };

/** The voucher of a line, or those it may be: the first is offered. */
function Matching({ line, may, onMatch }: MatchingProps) {
  const [first] = line.suggestions;
  const [chosen, choose] = useState<string | null>(null);
  if (line.voucher)
    return (
      <span className="row">
        <span className="sp cut">
          {line.voucher.number} {line.voucher.memo}
        </span>
        {may && (
          <button type="button" className="plain fig sm" onClick={() => onMatch(line.id, null)}>
            取消对应
          </button>
        )}
      </span>
    );
  if (!first) return <span className="late-text">没有同样金额的凭证</span>;
  const wanted = chosen ?? first.id;
  return (
    <span className="row">
      <Select
        className="sp"
        size="small"
        aria-label={`${line.serial} 可能对应的凭证`}
        disabled={!may}
        value={wanted}
        options={line.suggestions.map(({ id, number, memo, day }) => ({
          value: id,
          label: `${number ?? ''} ${memo}，${day.slice(5)}`,
        }))}
        onChange={choose}
      />
      {may && (
        <Button size="small" onClick={() => onMatch(line.id, wanted)}>
          对上
        </Button>
      )}
    </span>
  );
}
