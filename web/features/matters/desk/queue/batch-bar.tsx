import { useState } from 'react';
import { useQueries } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { Link } from 'react-router';
import type { AllowedAction, MatterCard, MatterDetail } from '#contract/matters';
import { Icon } from '../../../../ui/icon.tsx';
import { matterKey, readMatter } from '../matters-api.ts';
import { verbIcons } from '../detail/verb-button.tsx';
import { BatchVerb } from './batch-verb.tsx';

const offered = ['transfer', 'remind', 'supervise', 'copy', 'extend', 'track'];

type Shared = { action: AllowedAction; able: MatterDetail[]; unable: MatterDetail[] };

/** The office verbs and the simple step actions that the ticked matters allow, with those that do not. */
function sharedActions(matters: MatterDetail[]): Shared[] {
  const simple = (action: AllowedAction): boolean =>
    action.kind === 'office' ? offered.includes(action.id) : action.kind === 'action' && action.fields.length === 0;
  const ids = [...new Set(matters.flatMap((matter) => matter.actions.filter(simple).map((action) => action.id)))];
  return ids
    .map((id) => {
      const has = (matter: MatterDetail): AllowedAction | undefined =>
        matter.actions.find((action) => action.id === id);
      const able = matters.filter(has);
      const action = able.map(has).find((one) => one !== undefined);
      return action ? [{ action, able, unable: matters.filter((matter) => !has(matter)) }] : [];
    })
    .flat()
    .filter(({ action, unable }) => action.kind === 'office' || unable.length === 0)
    .sort((a, b) => rank(a.action) - rank(b.action));
}

function rank(action: AllowedAction): number {
  const at = offered.indexOf(action.id);
  return at < 0 ? -1 : at;
}

type Props = { cards: MatterCard[]; onCopy: () => void; onClear: () => void };

/** In the place of the toolbar from the first tick on. */
export function BatchBar({ cards, onCopy, onClear }: Props) {
  const details = useQueries({
    queries: cards.map((card) => ({
      queryKey: matterKey(card.areaId, card.number),
      queryFn: () => readMatter(card.areaId, card.number),
      staleTime: 60_000,
    })),
  });
  const matters = details.flatMap((one) => (one.data ? [one.data] : []));
  const isReady = matters.length === cards.length;
  const areaId = cards[0]?.areaId ?? '';
  const oneArea = cards.every((card) => card.areaId === areaId);
  const numbers = cards.map((card) => card.number).join(',');
  return (
    <div className="bar2 on" role="toolbar" aria-label="批量操作">
      已选 <b>{cards.length}</b> 件 ·{!isReady && <span className="mute">正在看能做什么…</span>}
      {isReady && sharedActions(matters).map((shared) => <SharedVerb key={shared.action.id} {...shared} />)}
      {oneArea && (
        <Link className="tool row" to={`/print/slip/${areaId}/${numbers}`} target="_blank">
          <Icon name="print" size="xs" />
          办理单
        </Link>
      )}
      <button type="button" className="plain tool row" onClick={onCopy}>
        <Icon name="copy" size="xs" />
        复制到群
      </button>
      <span className="sp" />
      <button type="button" className="plain tool nw mute" onClick={onClear}>
        取消选择 <kbd>Esc</kbd>
      </button>
    </div>
  );
}

function SharedVerb({ action, able, unable }: Shared) {
  const [isOpen, open] = useState(false);
  const icon = <Icon name={verbIcons[action.id] ?? 'check'} size="xs" />;
  const partly = unable.length > 0 ? `${able.length} 件可以，${unable.length} 件不行` : null;
  const why = unable.map(
    (matter) => `${matter.shortNumber}（${matter.status === 'open' ? matter.step.label.zh : matter.statusName}）`,
  );
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={isOpen}
      onOpenChange={open}
      destroyOnHidden
      content={
        <BatchVerb
          action={action}
          matters={able}
          about={partly ? `${partly}：${why.join('、')}` : `${action.label.zh} ${able.length} 件`}
          onDone={() => open(false)}
        />
      }
    >
      <Button type="text" size="small" icon={icon} title={partly ?? undefined}>
        {action.label.zh}
        {partly && <small className="mute">{partly}</small>}
      </Button>
    </Popover>
  );
}
