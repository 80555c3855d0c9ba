import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button, Input } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { HitLine } from './hit-line.tsx';
import { People } from './people.tsx';
import { kinds, placeOf, useSearch, type Hit, type HitGroup, type HitKind } from './search-api.ts';
import './search.css';

/** All that was found, by kind; or one kind, page after page. */
export function SearchPage() {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const kind = kinds.find(({ id }) => id === search.get('kind'))?.id ?? null;
  const choose = (next: HitKind | null): void => setSearch({ q, ...(next ? { kind: next } : {}) });
  return (
    <div className="search-page">
      <h1 className="sr">搜索</h1>
      <Box key={q} q={q} onFind={(next) => setSearch({ q: next })} />
      <div className="search-kinds" role="tablist" aria-label="哪一类">
        {[{ id: null, name: '全部' }, ...kinds].map(({ id, name }) => (
          <button
            key={id ?? 'all'}
            type="button"
            role="tab"
            aria-selected={id === kind}
            className={id === kind ? 'plain on' : 'plain'}
            onClick={() => choose(id)}
          >
            {name}
          </button>
        ))}
      </div>
      {q === '' ? <Empty>写上要找的词，回车。</Empty> : <Results q={q} kind={kind} onKind={choose} />}
    </div>
  );
}

function Box({ q, onFind }: { q: string; onFind: (q: string) => void }) {
  const [text, setText] = useState(q);
  return (
    <form
      className="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onFind(text.trim());
      }}
    >
      <Input aria-label="要找的词" maxLength={80} value={text} onChange={(event) => setText(event.target.value)} />
      <Button type="primary" htmlType="submit">
        搜索
      </Button>
    </form>
  );
}

type ResultsProps = { q: string; kind: HitKind | null; onKind: (kind: HitKind) => void };

function Results({ q, kind, onKind }: ResultsProps) {
  const { area, can } = useSession();
  const found = useSearch(area.id, q, kind);
  const refused = refusedOf(found.error);
  if (refused) {
    return refused.status === 422 ? (
      <Empty>{refused.detail}</Empty>
    ) : (
      <RefusedPage refused={refused} retry={() => void found.refetch()} />
    );
  }
  if (!found.data) return <Waiting />;
  const [first] = found.data.pages;
  const words = first?.words ?? [];
  const groups = kind ? joined(found.data.pages.flatMap(({ groups: some }) => some)) : (first?.groups ?? []);
  return (
    <>
      {groups.length === 0 && (
        <Empty>
          {area.name}里没有搜到{kinds.find(({ id }) => id === kind)?.name}
          。换个词，或者少写几个字；没有权限打开的，也搜不到。
        </Empty>
      )}
      {groups.map((group) => (
        <Group key={group.kind} group={group} words={words}>
          {kind === null && group.next && (
            <button type="button" className="plain fig" onClick={() => onKind(group.kind)}>
              更多{group.name}
            </button>
          )}
          {kind !== null && found.hasNextPage && (
            <Button size="small" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              再看一些
            </Button>
          )}
        </Group>
      ))}
      {kind === null && can('people.read') && !isWide(area) && <People key={q} areaId={area.id} q={q} />}
    </>
  );
}

/** The pages of one kind as one group. */
function joined(groups: HitGroup[]): HitGroup[] {
  const [first] = groups;
  return first ? [{ ...first, items: groups.flatMap(({ items }) => items) }] : [];
}

type GroupProps = { group: HitGroup; words: readonly string[]; children: React.ReactNode };

function Group({ group, words, children }: GroupProps) {
  return (
    <section className="card search-group">
      <h2>{group.name}</h2>
      <ul>
        {group.items.map((hit) => (
          <li key={`${hit.id} ${hit.title}`}>
            <HitLink hit={hit} words={words} />
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

function HitLink({ hit, words }: { hit: Hit; words: readonly string[] }) {
  const { area, now } = useSession();
  const { to, isPublic } = placeOf(hit);
  const line = <HitLine hit={hit} words={words} now={now()} isWide={isWide(area)} />;
  return isPublic ? (
    <a className="hit" href={to} target="_blank" rel="noreferrer">
      {line}
    </a>
  ) : (
    <Link className="hit" to={to}>
      {line}
    </Link>
  );
}
