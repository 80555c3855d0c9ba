import type { ReactNode } from 'react';
import { Row } from '../../ui/parts.tsx';

/** The door 议一议 of the home page, with what most neighbours stand behind now. */
export function TalkRow({ topics, code }: { topics: { title: string; supports: number }[]; code: string }): ReactNode {
  const [first] = [...topics].sort((a, b) => b.supports - a.supports);
  const line = first ? `${first.title} · ${first.supports} 位附议` : '想让大家一起商量的，来提一个';
  return (
    <div className="card gap">
      <Row
        to={`/c/${code}/talk`}
        icon="chat"
        tone="cinnabar"
        title={topics.length > 0 ? `议一议：${topics.length} 个议题在听意见` : '议一议'}
        line={line}
      />
    </div>
  );
}
