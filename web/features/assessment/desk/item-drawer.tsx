import { Link } from 'react-router';
import { Drawer } from 'antd';
import type { StandardItem, StandardSheet } from '#contract/assessment';
import { shanghaiParts } from '#shared/time';
import { useNarrowFrame } from '../../../lib/desk/frame.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { looks } from './assessment-api.ts';
import { EntryList } from './entry-list.tsx';
import { JudgeForm } from './judge-form.tsx';

/** One item: the source's words, the figure with the records it is made of, and what people said with their proof. */
export function ItemDrawer({
  sheet,
  item,
  onClose,
}: {
  sheet: StandardSheet;
  item: StandardItem;
  onClose: () => void;
}) {
  const { now } = useSession();
  useNarrowFrame(true);
  const { tone, icon } = looks[item.state];
  const isPast = sheet.year < shanghaiParts(now()).year;
  return (
    <Drawer open size={520} mask={false} onClose={onClose} title={item.name} className="standard-drawer">
      {item.quote && (
        <blockquote>
          “{item.quote}”<cite>原文第 {(item.place ?? '').replace(/^B:L/, '').replace('–L', '至')} 行</cite>
        </blockquote>
      )}
      <dl className="stand">
        <dt>现在</dt>
        <dd>
          <b>{item.value ?? '—'}</b>{' '}
          <Tag tone={tone} icon={icon}>
            {item.stateName}
          </Tag>
        </dd>
        <dt>要求</dt>
        <dd>{item.threshold}</dd>
        {item.gap && item.state !== 'met' && (
          <>
            <dt>差多少</dt>
            <dd className="late-text">{item.gap}</dd>
          </>
        )}
      </dl>
      {item.how === 'measured' && item.of === 'now' && isPast && (
        <Note tone="info">这一条按今天的登记算，不是 {sheet.year} 年当时的样子。</Note>
      )}
      <Behind item={item} />
      {item.entries.length > 0 && <EntryList sheet={sheet} item={item} />}
      {sheet.actions.includes('judge') && <JudgeForm sheet={sheet} item={item} />}
    </Drawer>
  );
}

function Behind({ item }: { item: StandardItem }) {
  if (item.behind.length === 0 && !item.list) return null;
  const counted = item.behind.filter(({ counts }) => counts).length;
  return (
    <section className="behind">
      <h3>
        算的是哪些记录
        {item.list && (
          <Link className="fig" to={item.list.path}>
            打开看这些记录（{item.list.label}）
          </Link>
        )}
      </h3>
      {item.behind.length === 0 ? (
        <p className="mute sm">还没有登记这样的记录。</p>
      ) : (
        <ul>
          {item.behind.map((one, at) => (
            <li key={at} className={one.counts ? '' : 'not'}>
              {one.path ? (
                <Link className="link" to={one.path}>
                  {one.title}
                </Link>
              ) : (
                one.title
              )}
              <span className="mute sm">
                {one.detail}
                {one.counts ? '' : '（不算）'}
              </span>
            </li>
          ))}
        </ul>
      )}
      {item.more > 0 && <p className="mute sm">还有 {item.more} 条没有列出来。</p>}
      {item.behind.length > counted && <p className="faint xs">标“不算”的，没有算进上面的数。</p>}
    </section>
  );
}
