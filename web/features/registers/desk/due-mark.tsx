import type { RecordRow } from '#contract/registers';
import type { IconName } from '../../../icons/icons.ts';
import { Tag, type Tone } from '../../../ui/desk/tag.tsx';

type Due = NonNullable<RecordRow['due']>;

const looks: Record<Due['state'], { tone: Tone; icon: IconName; word: (until: string) => string }> = {
  late: { tone: 'late', icon: 'warn', word: (until) => `${until} 到期` },
  open: { tone: 'plain', icon: 'hourglass', word: (until) => `${until} 前` },
  done: { tone: 'ok', icon: 'check', word: () => '做了' },
  excused: { tone: 'info', icon: 'pause', word: () => '免了' },
};

/** How a duty of a record stands: its name, and until when. */
export function DueMark({ due }: { due: Due }) {
  const { tone, icon, word } = looks[due.state];
  return (
    <Tag tone={tone} icon={icon}>
      {due.label} {word(due.until)}
    </Tag>
  );
}
