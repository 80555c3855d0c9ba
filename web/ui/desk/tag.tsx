import type { ReactNode } from 'react';
import type { IconName } from '../../icons/icons.ts';
import { Icon } from '../icon.tsx';

export type Tone = 'plain' | 'late' | 'due' | 'ok' | 'info';

/** A word with its sign: colour alone says nothing. */
export function Tag({ tone = 'plain', icon, children }: { tone?: Tone; icon?: IconName; children: ReactNode }) {
  return (
    <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>
      {icon && <Icon name={icon} size="xs" />}
      {children}
    </span>
  );
}

type Due = 'late' | 'today' | 'later' | 'none' | 'paused';
const looks: Record<Due, { tone: Tone; icon: IconName }> = {
  late: { tone: 'late', icon: 'warn' },
  today: { tone: 'due', icon: 'clock' },
  later: { tone: 'plain', icon: 'hourglass' },
  none: { tone: 'plain', icon: 'hourglass' },
  paused: { tone: 'info', icon: 'pause' },
};

/** How a limit stands, in the server's words. */
export function DueTag({ state, text, ended }: { state: Due; text: string; ended?: boolean }) {
  if (ended) {
    return (
      <Tag tone="ok" icon="check">
        {text}
      </Tag>
    );
  }
  return (
    <Tag tone={looks[state].tone} icon={looks[state].icon}>
      {text}
    </Tag>
  );
}
