import { useState } from 'react';
import { Button, Input } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { useDecideVoice, useReply, useVoiceQueue, type VoiceQueue } from './topics-api.ts';

type Queued = VoiceQueue['voices'][number];

/** What neighbours said to topics, to let through one by one. */
export function VoicesCard({ areaId }: { areaId: string }) {
  const queue = useVoiceQueue(areaId);
  const refused = refusedOf(queue.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void queue.refetch()} />;
  if (!queue.data) return <Waiting />;
  const { voices } = queue.data;
  return (
    <section className="card">
      {voices.length === 0 && <Empty>没有等审核的意见。</Empty>}
      <ul>
        {voices.map((voice) => (
          <Line key={voice.id} areaId={areaId} voice={voice} />
        ))}
      </ul>
    </section>
  );
}

function Line({ areaId, voice }: { areaId: string; voice: Queued }) {
  const { now } = useSession();
  const [words, setWords] = useState('');
  const decide = useDecideVoice(areaId);
  const reply = useReply(areaId);
  const refused = refusedOf(decide.error ?? reply.error);
  const which = { topicId: voice.topicId, voiceId: voice.id };
  const said = words.trim();
  const show = async (): Promise<void> => {
    if (said.length >= 2) await reply.mutateAsync({ ...which, reply: said });
    await decide.mutateAsync({ ...which, decision: { decision: 'show' } });
  };
  return (
    <li className="line talk-line">
      <p>
        <Tag tone={voice.kind === 'against' ? 'due' : 'plain'}>{voice.kindName}</Tag> {voice.body}
      </p>
      <p className="mute sm">
        “{voice.topicTitle}” · {voice.speaker} · {momentName(voice.saidAt, now())}
      </p>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        <Input
          aria-label="回复，或者不公开的原因"
          placeholder="回复（可不填）；不公开要写原因"
          maxLength={300}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Button type="primary" loading={decide.isPending} onClick={() => void show().catch(() => undefined)}>
          {said.length >= 2 ? '回复并公开' : '公开'}
        </Button>
        <Button
          disabled={said.length < 4}
          onClick={() => decide.mutate({ ...which, decision: { decision: 'decline', reason: said } })}
        >
          不公开
        </Button>
      </div>
    </li>
  );
}
