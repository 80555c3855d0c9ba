import type { Hit, SearchAnswer } from './search-api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { HitLine } from './hit-line.tsx';
import './search.css';

type Props = {
  id: string;
  answer: SearchAnswer | undefined;
  problem: string | undefined;
  /** Place of the chosen line among all. */
  chosen: number;
  onOpen: (hit: Hit) => void;
  onAll: () => void;
};

/** What is found while one types, by kind; below it the way to everything. */
export function QuickHits({ id, answer, problem, chosen, onOpen, onAll }: Props) {
  const { area, now } = useSession();
  const groups = problem ? [] : (answer?.groups ?? []);
  const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, { items }) => sum + items.length, 0));
  return (
    // A press must not take the focus from the box before it has done its work.
    <div className="quick" onMouseDown={(event) => event.preventDefault()}>
      <div id={id} role="listbox" aria-label="搜到的">
        {groups.map((group, place) => (
          <div key={group.kind} role="group" aria-label={group.name}>
            <p aria-hidden="true">{group.name}</p>
            {group.items.map((hit, i) => {
              const at = (starts[place] ?? 0) + i;
              return (
                <div
                  key={`${hit.id} ${hit.title}`}
                  id={`${id}-${at}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={at === chosen}
                  className={at === chosen ? 'hit at' : 'hit'}
                  onClick={() => onOpen(hit)}
                >
                  <HitLine hit={hit} words={answer?.words ?? []} now={now()} isWide={isWide(area)} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {problem && (
        <p className="quick-word" role="status">
          {problem}
        </p>
      )}
      {!problem && answer && groups.length === 0 && (
        <p className="quick-word" role="status">
          {area.name}里没有搜到。换个词，或者少写几个字。
        </p>
      )}
      {!problem && (
        <button type="button" className="plain quick-all" onClick={onAll}>
          看全部结果 <kbd>↵</kbd>
        </button>
      )}
    </div>
  );
}
