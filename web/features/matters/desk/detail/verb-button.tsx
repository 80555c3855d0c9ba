import { useState } from 'react';
import { App, Button, Popover, type ButtonProps } from 'antd';
import type { AllowedAction, MatterCard } from '#contract/matters';
import type { IconName } from '../../../../icons/icons.ts';
import { newKey, refusedOf } from '../../../../lib/desk/api.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { useAct } from '../matters-api.ts';
import { VerbForm } from './verb-form.tsx';

type Target = Pick<MatterCard, 'areaId' | 'number' | 'version'>;

export const verbIcons: Record<string, IconName> = {
  transfer: 'swap',
  remind: 'megaphone',
  supervise: 'eye',
  copy: 'mail',
  consult: 'edit',
  return: 'return',
  extend: 'extend',
  supplement: 'document',
  suspend: 'pause',
  resume: 'play',
  withdraw: 'return',
  track: 'history',
  merge: 'merge',
};

/** A verb asks for nothing but the press itself. */
function asksNothing(action: AllowedAction): boolean {
  return action.kind === 'action' && !action.needsReason && !action.asks && action.fields.length === 0;
}

type Props = { matter: Target; action: AllowedAction; hasIcon?: boolean } & Pick<
  ButtonProps,
  'size' | 'type' | 'className'
>;

/** One thing that may be done now: at once when it asks for nothing, else by its small window. */
export function VerbButton({ matter, action, hasIcon, ...looks }: Props) {
  const [isOpen, open] = useState(false);
  const { message } = App.useApp();
  const doing = useAct(matter);
  const icon = hasIcon ? <Icon name={verbIcons[action.id] ?? 'more'} size="xs" /> : undefined;
  if (asksNothing(action)) {
    const press = (): void =>
      doing.mutate(
        { action: action.id, act: { version: matter.version }, key: newKey() },
        {
          onSuccess: (receipt) => void message.success(`已${action.label.zh}，现在到“${receipt.step.label.zh}”`),
          onError: (error) => void message.error(refusedOf(error)?.detail, 6),
        },
      );
    return (
      <Button {...looks} icon={icon} loading={doing.isPending} onClick={press}>
        {action.label.zh}
      </Button>
    );
  }
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={open}
      arrow={false}
      destroyOnHidden
      placement="bottomLeft"
      content={<VerbForm matter={matter} action={action} onDone={() => open(false)} />}
    >
      <Button {...looks} icon={icon} aria-haspopup="dialog" aria-expanded={isOpen}>
        {action.label.zh}
      </Button>
    </Popover>
  );
}
