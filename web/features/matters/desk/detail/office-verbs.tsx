import { useState } from 'react';
import { Button, Popover } from 'antd';
import type { AllowedAction, MatterDetail } from '#contract/matters';
import { Icon } from '../../../../ui/icon.tsx';
import { VerbButton, verbIcons } from './verb-button.tsx';
import { VerbForm } from './verb-form.tsx';

const barOrder = ['transfer', 'remind', 'supervise', 'copy', 'consult', 'return', 'extend', 'resume'];
const moreOrder = ['supplement', 'suspend', 'withdraw', 'track'];

/** The verbs every matter has, always in the same order; what one may not do is absent. */
export function OfficeVerbs({ matter }: { matter: MatterDetail }) {
  const office = matter.actions.filter((action) => action.kind === 'office');
  const pick = (order: string[]): AllowedAction[] => order.flatMap((id) => office.filter((action) => action.id === id));
  const more = [...pick(moreOrder), ...matter.actions.filter((action) => action.kind === 'anytime')];
  if (office.length === 0 && more.length === 0) return null;
  return (
    <div className="vb" role="toolbar" aria-label="办公操作">
      {pick(barOrder).map((action) => (
        <VerbButton key={action.id} matter={matter} action={action} size="small" hasIcon />
      ))}
      {more.length > 0 && <MoreVerbs matter={matter} actions={more} />}
    </div>
  );
}

function MoreVerbs({ matter, actions }: { matter: MatterDetail; actions: AllowedAction[] }) {
  const [isOpen, open] = useState(false);
  const [chosen, choose] = useState<AllowedAction | null>(null);
  const list = (
    <ul className="menu">
      {actions.map((action) => (
        <li key={action.id}>
          <button type="button" className="plain row" onClick={() => choose(action)}>
            <Icon name={verbIcons[action.id] ?? 'flag'} size="xs" />
            {action.label.zh}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={isOpen}
      onOpenChange={(next) => {
        open(next);
        choose(null);
      }}
      destroyOnHidden
      content={chosen ? <VerbForm matter={matter} action={chosen} onDone={() => open(false)} /> : list}
    >
      <Button
        size="small"
        aria-label={actions.map((action) => action.label.zh).join('、')}
        title={actions.map((action) => action.label.zh).join(' · ')}
        icon={<Icon name="more" size="xs" />}
      />
    </Popover>
  );
}
