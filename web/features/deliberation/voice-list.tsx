import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { TopicPage } from '#contract/deliberation/topics';
import type { Voice } from '#contract/deliberation/voices';
import { momentName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { Section, Tag } from '../../ui/parts.tsx';

const kindTones = { for: 'ok', against: 'late', suggestion: 'wait' } as const;
const stateNames = { waiting: '等社区看过', shown: '', declined: '没有公开', hidden: '不再公开' } as const;

/** What neighbours have said, with the desk's replies; each may be reported. */
export function VoiceList({ topic, formKey, now }: { topic: TopicPage; formKey: string; now: string }): ReactNode {
  const { voiceItems, actions } = topic;
  if (voiceItems.length === 0) return null;
  return (
    <>
      <Section title="邻居怎么说" note={`${topic.voices} 条`} />
      <ul className="card pad">
        {voiceItems.map((voice) => (
          <VoiceItem key={voice.id} voice={voice} formKey={formKey} now={now} mayReport={actions.includes('report')} />
        ))}
      </ul>
    </>
  );
}

type Item = { voice: Voice; formKey: string; now: string; mayReport: boolean };

function VoiceItem({ voice, formKey, now, mayReport }: Item): ReactNode {
  const stateName = stateNames[voice.state];
  return (
    <li className="voice">
      <span className="tags">
        <Tag tone={kindTones[voice.kind]}>{voice.kindName}</Tag>
        {stateName ? <Tag tone="plain">{stateName}</Tag> : null}
        <span className="hint num">
          {voice.isMine ? '我' : voice.speaker} · {momentName(voice.saidAt, now)}
        </span>
      </span>
      <p data-read>{voice.body}</p>
      {voice.reason ? <p className="hint">原因：{voice.reason}</p> : null}
      {voice.reply ? (
        <p className="quote sunk">
          <b>社区回复：</b>
          {voice.reply}
        </p>
      ) : null}
      {mayReport && !voice.isMine && voice.state === 'shown' ? (
        <ReportForm formKey={`${formKey}-${voice.id}`} voiceId={voice.id} />
      ) : null}
    </li>
  );
}

/** Says to the desk that something should not stand here. */
export function ReportForm({ formKey, voiceId }: { formKey: string; voiceId?: string }): ReactNode {
  const id = voiceId ?? 'topic';
  return (
    <details>
      <summary className="hint">
        {voiceId ? '举报这条' : '举报这个议题'}
        <Icon name="chevron-right" size="xs" />
      </summary>
      <Form method="post" reloadDocument>
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="voiceId" value={voiceId ?? ''} />
        <label className="label" htmlFor={`why-${id}`}>
          哪里不妥
        </label>
        <input className="field" id={`why-${id}`} name="reason" required minLength={2} maxLength={300} />
        <button type="submit" className="btn line wide gap" name="act" value="report">
          交给社区看
        </button>
      </Form>
    </details>
  );
}
