import { useState } from 'react';
import { App, Button, Drawer, Input } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { copyText } from '../../../lib/desk/clipboard.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { formatFen, fundPath } from '../money.ts';
import { MonthLines } from './month-lines.tsx';
import { toneOf } from './month-tone.ts';
import { useFundDoing, useMonth, type DeskMonthPage, type WhichFund } from './months-api.ts';

type Props = WhichFund & { month: number; onClose: () => void };

/** One month with its whole account: to draft, to check against the vouchers, to publish, to print. */
export function MonthDrawer({ areaId, fundId, month, onClose }: Props) {
  const page = useMonth({ areaId, fundId }, month);
  const refused = refusedOf(page.error);
  return (
    <Drawer
      open
      size={760}
      mask={false}
      onClose={onClose}
      title={page.data ? `${page.data.place} · ${page.data.name}的账` : '月结'}
      footer={page.data && page.data.actions.length > 0 && <Doing page={page.data} />}
    >
      {refused && <RefusedPage refused={refused} />}
      {!page.data && !refused && <Waiting />}
      {page.data && <Whole page={page.data} />}
    </Drawer>
  );
}

function Whole({ page }: { page: DeskMonthPage }) {
  const { now } = useSession();
  const isDraft = page.disclosure !== null && page.disclosure !== 'published' && page.returnedReason === '';
  return (
    <div className="month-whole">
      {page.returnedReason && (
        <Note tone="due">
          {page.returnedName}退回：{page.returnedReason}
        </Note>
      )}
      {isDraft && <Note tone="info">核对和发布以前，{page.name}和以前的月份不能再记账。</Note>}
      {page.disclosure === null && page.state === 'running' && (
        <Note tone="info">这个月还没有过完，下面是到现在的账。</Note>
      )}
      {page.bare > 0 && page.disclosure !== 'published' && (
        <Note tone="due">有 {page.bare} 笔没有凭证照片，核对的时候请看清楚。</Note>
      )}
      <p>
        <Tag tone={toneOf(page)}>{page.stateName}</Tag>
        <span className="mute"> {doneBy(page, now())}</span>
      </p>
      <dl className="month-sums num">
        {(
          [
            [page.statement.other === 0 ? '月初结余（元）' : '开户时就有（元）', page.opening + page.statement.other],
            ['收入（元）', page.in],
            ['支出（元）', page.out],
            ['月末结余（元）', page.closing],
          ] as const
        ).map(([label, fen]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatFen(fen)}</dd>
          </div>
        ))}
      </dl>
      <MonthLines page={page} />
      {page.checkedNote && <p className="quote">监督小组：{page.checkedNote}</p>}
      {page.disclosure === 'published' && <Outside page={page} />}
    </div>
  );
}

/** Who has drafted, checked and published it so far. */
function doneBy(page: DeskMonthPage, now: Date): string {
  const { draftedName, checkedName, approvedName, publishedAt } = page;
  const acts = [
    draftedName && `${draftedName}记账`,
    checkedName && `监督小组${checkedName}核对`,
    approvedName && `${approvedName}发布`,
    publishedAt && `${momentName(publishedAt, now)}公布`,
  ];
  return acts.filter(Boolean).join('，');
}

/** Where it stands outside: the public page, the paper for the board, the words for the group, Excel, the code. */
function Outside({ page }: { page: DeskMonthPage }) {
  const { message } = App.useApp();
  const { areaId, fundId, month } = page;
  const copy = async (): Promise<void> => {
    if (await copyText(page.groupText)) void message.success('复制好了，去群里粘贴');
    else void message.error('这个浏览器不让复制，请用鼠标选中再复制');
  };
  return (
    <section>
      <p className="row">
        <Button
          icon={<Icon name="print" size="xs" />}
          href={`/desk/funds/${areaId}/${fundId}/${month}/print`}
          target="_blank"
        >
          打印贴公示栏
        </Button>
        <Button icon={<Icon name="copy" size="xs" />} onClick={() => void copy()}>
          复制发群文字
        </Button>
        <Button
          icon={<Icon name="excel" size="xs" />}
          href={`/api/v1/areas/${areaId}/funds/${fundId}/account/${month}/sheet.xlsx`}
        >
          导出 Excel
        </Button>
        <a className="fig" href={fundPath({ areaId, id: fundId }, month)} target="_blank" rel="noreferrer">
          看居民看到的页面
        </a>
      </p>
      <p className="sm mute">
        账单编码 <code>{page.short}</code>，打印的纸上也有，两边一样就没有改过。
      </p>
    </section>
  );
}

/** What this person may do now. */
function Doing({ page }: { page: DeskMonthPage }) {
  const { areaId, fundId, month } = page;
  const [words, write] = useState('');
  const [returns, ask] = useState(false);
  const doing = useFundDoing({ areaId, fundId });
  const refused = refusedOf(doing.error);
  const may = (action: DeskMonthPage['actions'][number]): boolean => page.actions.includes(action);
  const act = (name: string, body: object = {}): void =>
    doing.mutate({ act: `months/${month}/${name}`, body }, { onSuccess: () => ask(false) });
  return (
    <div className="month-foot">
      {refused && <Note tone="late">{refused.detail}</Note>}
      {(returns || may('check')) && (
        <Input
          value={words}
          onChange={(event) => write(event.target.value)}
          aria-label={returns ? '为什么退回' : '核对意见'}
          placeholder={returns ? '哪一笔不对，要怎么改' : '核对意见，可不填，公布以后大家都看得到'}
          maxLength={300}
        />
      )}
      <p className="row">
        {may('draft') && (
          <Button type="primary" loading={doing.isPending} onClick={() => act('draft')}>
            生成{page.name}账单
          </Button>
        )}
        {may('check') && !returns && (
          <Button type="primary" loading={doing.isPending} onClick={() => act('check', { note: words.trim() })}>
            核对无误
          </Button>
        )}
        {may('approve') && !returns && (
          <Button type="primary" loading={doing.isPending} onClick={() => act('approve')}>
            发布
          </Button>
        )}
        {may('return') && !returns && <Button onClick={() => ask(true)}>退回</Button>}
        {returns && (
          <>
            <Button
              type="primary"
              disabled={words.trim().length < 4}
              onClick={() => act('return', { reason: words.trim() })}
            >
              退回
            </Button>
            <Button onClick={() => ask(false)}>不退了</Button>
          </>
        )}
      </p>
      {may('approve') && <p className="sm mute">发布以后这个月的账关闭，账单和凭证照片公开，不能再改。</p>}
    </div>
  );
}
