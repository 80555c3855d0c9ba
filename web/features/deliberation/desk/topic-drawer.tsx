import { Drawer } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { pictureAddress } from '../../../ui/picture.ts';
import { TopicActs } from './topic-acts.tsx';
import { useTopic, type TopicPage } from './topics-api.ts';

/** One topic beside its list: what it says, how it stands, and what the desk may do with it. */
export function TopicDrawer({ areaId, id, onClose }: { areaId: string; id: string; onClose: () => void }) {
  const topic = useTopic(areaId, id);
  const refused = refusedOf(topic.error);
  return (
    <Drawer open size={560} mask={false} onClose={onClose} title={topic.data?.title ?? '议题'}>
      {refused && <RefusedPage refused={refused} />}
      {!topic.data && !refused && <Waiting />}
      {topic.data && (
        <div className="talk-fields">
          <Facts topic={topic.data} />
          <TopicActs areaId={areaId} topic={topic.data} />
          <Voices topic={topic.data} />
        </div>
      )}
    </Drawer>
  );
}

function Facts({ topic }: { topic: TopicPage }) {
  const { now } = useSession();
  return (
    <>
      <p className="mute sm">
        <Tag>{topic.stateName}</Tag> {topic.concerns} · {topic.proposer} · {momentName(topic.proposedAt, now())} 提出 ·{' '}
        {topic.supports} 位附议
      </p>
      <p className="words">{topic.why}</p>
      {topic.picture && <img className="whole" src={pictureAddress(topic.picture)} alt="" />}
      <Note tone={topic.answerDueAt && topic.state === 'open' ? 'due' : 'info'}>{topic.next}</Note>
      {topic.reason && <Note tone="due">没有列入：{topic.reason}</Note>}
      {topic.answer && <Note tone="ok">答复：{topic.answer}</Note>}
      {topic.result && <Note tone="ok">结果：{topic.result}</Note>}
      {topic.matter && (
        <p>
          <a href={`/desk/matters/${topic.areaId}/${topic.matter.number}`}>
            {topic.method} · {topic.matter.stepName} · {topic.matter.statusName}（{topic.matter.number}）
          </a>
        </p>
      )}
    </>
  );
}

function Voices({ topic }: { topic: TopicPage }) {
  const { now } = useSession();
  if (topic.voiceItems.length === 0) return null;
  return (
    <section>
      <h2 className="part">邻居怎么说</h2>
      <ul>
        {topic.voiceItems.map((voice) => (
          <li key={voice.id} className="line">
            <p>
              <Tag tone={voice.kind === 'against' ? 'due' : 'plain'}>{voice.kindName}</Tag> {voice.body}
            </p>
            <p className="mute sm">
              {voice.speaker} · {momentName(voice.saidAt, now())}
              {voice.reply && ` · 已回复：${voice.reply}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
