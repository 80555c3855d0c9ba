import { useState } from 'react';
import { Select } from 'antd';
import { Icon } from '../../../../ui/icon.tsx';
import type { QueueState } from './queue-state.ts';

const sizes = [20, 50, 100];

type Props = { state: QueueState; shown: number; total: number | undefined; next: string | null };

/** Forward and back through pages of a list that may grow meanwhile: by position, not by page number. */
export function Pager({ state, shown, total, next }: Props) {
  const [trail, setTrail] = useState<(string | null)[]>([]);
  const page = state.cursor === null ? 1 : trail.length + 1;
  const forward = (): void => {
    if (!next) return;
    setTrail(state.cursor === null ? [null] : [...trail, state.cursor]);
    state.setPage(next);
  };
  const back = (): void => {
    state.setPage(trail.at(-1) ?? null);
    setTrail(trail.slice(0, -1));
  };
  return (
    <div className="foot">
      <span>{total === undefined ? `这一页 ${shown} 件` : `共 ${total} 件，这一页 ${shown} 件`}</span>
      <span className="sp" />
      <button type="button" className="plain pg" disabled={state.cursor === null} onClick={back} aria-label="上一页">
        <Icon name="chevron-left" size="xs" />
      </button>
      <span className="pg on">{page}</span>
      <button type="button" className="plain pg" disabled={!next} onClick={forward} aria-label="下一页">
        <Icon name="chevron-right" size="xs" />
      </button>
      <Select
        size="small"
        variant="borderless"
        aria-label="每页几件"
        value={state.limit}
        options={sizes.map((size) => ({ value: size, label: `${size} 条/页` }))}
        onChange={(size) => {
          setTrail([]);
          state.setPage(null, size);
        }}
      />
    </div>
  );
}
