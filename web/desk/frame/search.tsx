import { useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { refusedOf } from '../../lib/desk/api.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { useSettled } from '../../lib/desk/settled.ts';
import { placeOf, useQuickSearch, type Hit } from '../../features/search/desk/search-api.ts';
import { QuickHits } from '../../features/search/desk/quick-hits.tsx';
import { Icon } from '../../ui/icon.tsx';

const pauseMs = 200;

/** The one box: what is found shows while one types; arrows choose, Enter opens it, or the page of all results. */
export function Search() {
  const { area } = useSession();
  const [text, setText] = useState('');
  const [isOpen, open] = useState(false);
  const [at, setAt] = useState(-1);
  const listId = useId();
  const navigate = useNavigate();
  const q = text.trim();
  const found = useQuickSearch(area.id, useSettled(q, pauseMs));
  const answer = q === '' ? undefined : found.data;
  const hits = answer?.groups.flatMap(({ items }) => items) ?? [];
  const close = (): void => {
    open(false);
    setAt(-1);
    document.querySelector<HTMLElement>('#desk-search')?.blur();
  };
  const go = (hit: Hit): void => {
    const { to, isPublic } = placeOf(hit);
    close();
    if (isPublic) window.open(to, '_blank', 'noopener');
    else void navigate(to);
  };
  const all = (): void => {
    if (!q) return;
    close();
    void navigate(`/search?q=${encodeURIComponent(q)}`);
  };
  const pressed = (event: KeyboardEvent): void => {
    const walk = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    if (walk === undefined || !isOpen) return;
    event.preventDefault();
    setAt((before) => Math.min(hits.length - 1, Math.max(-1, before + walk)));
  };
  const isShown = isOpen && q !== '';
  return (
    <form
      className="find"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const hit = isShown ? hits[at] : undefined;
        if (hit) go(hit);
        else all();
      }}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && open(false)}
    >
      <Icon name="search" size="xs" />
      <input
        id="desk-search"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isShown && at >= 0 ? `${listId}-${at}` : undefined}
        value={text}
        maxLength={80}
        onFocus={() => open(true)}
        onChange={(event) => {
          setText(event.target.value);
          open(true);
          setAt(-1);
        }}
        onKeyDown={pressed}
        placeholder="搜事项、地方、公告、活动、工作法"
        aria-label="搜索"
        autoComplete="off"
      />
      <kbd>/</kbd>
      {isShown && (
        <QuickHits
          id={listId}
          answer={answer}
          problem={refusedOf(found.error)?.detail}
          chosen={at}
          onOpen={go}
          onAll={all}
        />
      )}
    </form>
  );
}
