import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Topic, TopicState } from '#contract/deliberation/topics';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/parts.tsx';

const tones: Record<TopicState, 'ok' | 'wait' | 'late' | 'plain'> = {
  waiting: 'plain',
  open: 'wait',
  'in-progress': 'wait',
  answered: 'ok',
  merged: 'plain',
  declined: 'plain',
  closed: 'ok',
};

export function TopicTag({ topic }: { topic: Pick<Topic, 'state' | 'stateName'> }): ReactNode {
  return <Tag tone={tones[topic.state]}>{topic.stateName}</Tag>;
}

/** A topic in a list: what it is, who is behind it, what happens next. */
export function TopicCard({ topic }: { topic: Topic }): ReactNode {
  return (
    <Link className="card pad topic" to={`/topics/${topic.areaId}/${topic.id}`}>
      <span className="tags">
        <TopicTag topic={topic} />
        <Tag tone="plain" icon="pin">
          {topic.concerns}
        </Tag>
      </span>
      <h3>{topic.title}</h3>
      <p className="topic-count num">
        <Icon name="heart" size="s" />
        {topic.supports} 位附议
        {topic.voices > 0 ? <> · {topic.voices} 条意见</> : null}
      </p>
      <p className="soft">{topic.next}</p>
    </Link>
  );
}
