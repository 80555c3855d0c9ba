import { useState } from 'react';
import { Button, Checkbox, Input, Popover } from 'antd';
import { refusedOf } from '../../../../lib/desk/api.ts';
import { Icon } from '../../../../ui/icon.tsx';
import type { ColumnId } from './columns.tsx';
import type { QueueState } from './queue-state.ts';
import { useViewChange, useViews, type SavedView } from './views-api.ts';

type Props = { state: QueueState; areaId: string; columns: ColumnId[] };

/** Keeps the present query with its columns under a name; below, what is kept already. */
export function KeepView({ state, areaId, columns }: Props) {
  const [isOpen, open] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={isOpen}
      onOpenChange={open}
      content={<Kept state={state} areaId={areaId} columns={columns} />}
      destroyOnHidden
    >
      <button type="button" className="plain row nw tool">
        <Icon name="plus" size="xs" />
        存为常用
      </button>
    </Popover>
  );
}

function Kept({ state, areaId, columns }: Props) {
  const views = useViews(areaId);
  const change = useViewChange(areaId);
  const [name, setName] = useState('');
  const [shared, share] = useState(false);
  const label = name.trim();
  const save = (): void => {
    if (!label) return;
    const view = { name: label, shared, query: state.filters, columns };
    change.mutate({ what: 'save', ...view }, { onSuccess: () => setName('') });
  };
  return (
    <div className="kept">
      <form
        className="verb"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div>
          <label htmlFor="keep-name">给现在的查询和列起个名字</label>
          <Input
            id="keep-name"
            autoFocus
            maxLength={12}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        {views.data?.mayShare && (
          <Checkbox checked={shared} onChange={(event) => share(event.target.checked)}>
            大家都能用
          </Checkbox>
        )}
        {change.error && (
          <p className="problem" role="alert">
            {refusedOf(change.error)?.detail}
          </p>
        )}
        <Button type="primary" size="small" htmlType="submit" disabled={!label} loading={change.isPending}>
          存下
        </Button>
      </form>
      <ul>
        {views.data?.items.map((view) => (
          <KeptView key={view.id} view={view} areaId={areaId} />
        ))}
      </ul>
    </div>
  );
}

/** One kept view: begin with it, call it otherwise, do without it. */
function KeptView({ view, areaId }: { view: SavedView; areaId: string }) {
  const change = useViewChange(areaId);
  const [name, setName] = useState<string | null>(null);
  const rename = (): void => {
    if (name?.trim() && name.trim() !== view.name) change.mutate({ what: 'rename', id: view.id, name: name.trim() });
    setName(null);
  };
  return (
    <li>
      {name === null ? (
        <span className="sp">
          {view.name}
          {view.shared && <small>{view.madeBy}存，大家用</small>}
          {change.error && <small className="problem">{refusedOf(change.error)?.detail}</small>}
        </span>
      ) : (
        <Input
          className="sp"
          size="small"
          aria-label="新的名字"
          autoFocus
          maxLength={12}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={rename}
          onBlur={rename}
        />
      )}
      <button
        type="button"
        className="plain fig light"
        aria-pressed={view.isStart}
        onClick={() => change.mutate({ what: 'start', id: view.isStart ? null : view.id })}
      >
        {view.isStart ? '✓ 一打开就看' : '一打开就看'}
      </button>
      {view.actions.includes('change') && (
        <button type="button" className="plain fig light" onClick={() => setName(view.name)}>
          改名
        </button>
      )}
      {view.actions.includes('delete') && (
        <button
          type="button"
          className="plain fig light"
          onClick={() => change.mutate({ what: 'delete', id: view.id })}
        >
          不要了
        </button>
      )}
    </li>
  );
}
