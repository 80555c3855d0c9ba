import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import {
  useAnswerTopic,
  useBegin,
  useCloseTopic,
  useDecideTopic,
  useSimilar,
  useTopics,
  type TopicPage,
} from './topics-api.ts';

type Props = { areaId: string; topic: TopicPage };

/** What the desk may do with a topic now, as the answer says. */
export function TopicActs({ areaId, topic }: Props) {
  const may = (act: string): boolean => topic.actions.includes(act);
  return (
    <div className="talk-acts">
      {(may('approve') || may('decline')) && <Decide areaId={areaId} topic={topic} />}
      {may('merge') && <Merge areaId={areaId} topic={topic} />}
      {may('begin') && <Begin areaId={areaId} topic={topic} />}
      {may('answer') && <Answer areaId={areaId} topic={topic} />}
      {may('close') && <Close areaId={areaId} topic={topic} />}
    </div>
  );
}

function Decide({ areaId, topic }: Props) {
  const [reason, setReason] = useState('');
  const decide = useDecideTopic(areaId);
  const refused = refusedOf(decide.error);
  const said = reason.trim();
  return (
    <div>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        {topic.actions.includes('approve') && (
          <Button
            type="primary"
            loading={decide.isPending}
            onClick={() => decide.mutate({ id: topic.id, decision: { decision: 'approve' } })}
          >
            公开
          </Button>
        )}
        <Input
          aria-label="不列入的原因"
          placeholder="不列入的原因（提的人会看到）"
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          disabled={said.length < 4}
          loading={decide.isPending}
          onClick={() => decide.mutate({ id: topic.id, decision: { decision: 'decline', reason: said } })}
        >
          不列入
        </Button>
      </div>
    </div>
  );
}

/** Likely ones first: what is found by the words of the title, then everything that is open. */
function Merge({ areaId, topic }: Props) {
  const [into, setInto] = useState<string | null>(null);
  const similar = useSimilar(areaId, topic.title);
  const open = useTopics(areaId, 'open');
  const decide = useDecideTopic(areaId);
  const refused = refusedOf(decide.error);
  const all = [...(similar.data?.items ?? []), ...(open.data?.items ?? [])].filter(({ id }) => id !== topic.id);
  const offered = [...new Map(all.map((one) => [one.id, one])).values()];
  if (offered.length === 0) return null;
  return (
    <div>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        <Select
          aria-label="并到哪个议题"
          placeholder="说的是一件事？选要并到的议题"
          className="sp"
          value={into}
          options={offered.map(({ id, title, supports }) => ({ value: id, label: `${title}（${supports} 位附议）` }))}
          onChange={setInto}
        />
        <Button
          disabled={!into}
          loading={decide.isPending}
          onClick={() => into && decide.mutate({ id: topic.id, decision: { decision: 'merge', into } })}
        >
          合并
        </Button>
      </div>
    </div>
  );
}

function Begin({ areaId, topic }: Props) {
  const begin = useBegin(areaId, topic.id);
  const refused = refusedOf(begin.error);
  return (
    <div>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate(undefined)}>
        按“{topic.method}”开始议
      </Button>
    </div>
  );
}

function Answer({ areaId, topic }: Props) {
  const answer = useAnswerTopic(areaId, topic.id);
  return <Words label="社区答复" button="答复" send={answer} />;
}

function Close({ areaId, topic }: Props) {
  const close = useCloseTopic(areaId, topic.id);
  return <Words label="结果" button="写明结果，结束" send={close} />;
}

type Sending = { error: unknown; isPending: boolean; mutate: (text: string) => void };

function Words({ label, button, send }: { label: string; button: string; send: Sending }) {
  const [text, setText] = useState('');
  const refused = refusedOf(send.error);
  return (
    <div>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <label>
        {label}
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button disabled={text.trim().length < 4} loading={send.isPending} onClick={() => send.mutate(text.trim())}>
        {button}
      </Button>
    </div>
  );
}
