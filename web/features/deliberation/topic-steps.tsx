import type { ReactNode } from 'react';
import type { TopicPage } from '#contract/deliberation/topics';
import { dayName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { Row, Section } from '../../ui/parts.tsx';

/** The steps of the method, where the topic is, and what carries a step: its meeting, its ballot, its publicity. */
export function TopicSteps({ topic, now }: { topic: TopicPage; now: string }): ReactNode {
  if (topic.steps.length === 0) return null;
  const begun = topic.matter !== null;
  return (
    <>
      <Section title={topic.method ?? '怎么议'} note={begun ? (topic.matter?.statusName ?? '') : '还没开始'} />
      <ol className="steps upright card" aria-label="议到哪一步了">
        {topic.steps.map((step) => {
          const state = begun ? step.state : 'coming';
          return (
            <li key={step.id} className={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span className="k">
                {state === 'now' ? (
                  <span className="seal step" aria-hidden="true">
                    {step.name.slice(0, 2)}
                  </span>
                ) : (
                  <span className="bead">{state === 'done' ? <Icon name="check" size="xs" /> : null}</span>
                )}
              </span>
              <span>
                {step.name}
                {step.at && state === 'done' ? <small className="num">{dayName(step.at, now)}</small> : null}
              </span>
            </li>
          );
        })}
      </ol>
      {topic.matter || topic.carried.length > 0 ? (
        <div className="card gap">
          {topic.carried.map(({ kind, title, href, state }) => (
            <Row key={href} to={href} icon={kind === 'meeting' ? 'people' : 'flag'} title={title} line={state} />
          ))}
          {topic.matter ? (
            <Row to={topic.matter.href} icon="list" title="看办理全过程" line={`编号 ${topic.matter.number}`} />
          ) : null}
        </div>
      ) : null}
    </>
  );
}
