import { useState } from 'react';
import { Button, Checkbox, Drawer, Input } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { useAnswerQuestion, useHandOver, useLetter, useSendLetter, type LetterPage } from './letters-api.ts';

/** One letter beside the list: which doors it has reached, what was asked. */
export function LetterDrawer({ areaId, id, onClose }: { areaId: string; id: string; onClose: () => void }) {
  const letter = useLetter(areaId, id);
  const refused = refusedOf(letter.error);
  return (
    <Drawer open size={560} mask={false} onClose={onClose} title={letter.data?.title ?? '信'}>
      {refused && <RefusedPage refused={refused} />}
      {!letter.data && !refused && <Waiting />}
      {letter.data && (
        <div className="talk-fields">
          <Sent letter={letter.data} />
          <p className="words">{letter.data.body}</p>
          <p className="mute">{letter.data.signed}</p>
          <Questions letter={letter.data} />
          <Doors letter={letter.data} />
        </div>
      )}
    </Drawer>
  );
}

function Sent({ letter }: { letter: LetterPage }) {
  const send = useSendLetter(letter.areaId, letter.id);
  const refused = refusedOf(send.error);
  const { households, app, door } = letter.reach;
  return (
    <>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        <span className="mute">写给{letter.to}</span>
        <span className="sp" />
        <Button href={`/desk/letters/${letter.areaId}/${letter.id}/print`} target="_blank">
          打印，带二维码
        </Button>
        {letter.actions.includes('send') && (
          <Button type="primary" loading={send.isPending} onClick={() => send.mutate(undefined)}>
            发出去
          </Button>
        )}
      </div>
      <Note tone={letter.state === 'sent' ? 'info' : 'due'}>
        {letter.state === 'sent'
          ? `${households} 户里到了 ${app + door} 户：手机上看了 ${app} 户，送到门上 ${door} 户`
          : `还没发。发出去以后，${households} 户能看到`}
      </Note>
    </>
  );
}

function Questions({ letter }: { letter: LetterPage }) {
  if (letter.questions.length === 0) return null;
  return (
    <section>
      <h2 className="part">大家问的</h2>
      <ul>
        {letter.questions.map((one) => (
          <QuestionLine key={one.id} letter={letter} question={one} />
        ))}
      </ul>
    </section>
  );
}

function QuestionLine({ letter, question }: { letter: LetterPage; question: LetterPage['questions'][number] }) {
  const { now } = useSession();
  const [text, setText] = useState(question.answer ?? '');
  const [publish, setPublish] = useState(question.published);
  const answer = useAnswerQuestion(letter.areaId, letter.id);
  const refused = refusedOf(answer.error);
  return (
    <li className="line">
      <p>
        {question.question} {question.published && <Tag tone="ok">公开了</Tag>}
      </p>
      <p className="mute sm">
        {question.asker} · {momentName(question.askedAt, now())}
      </p>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        <Input
          aria-label={`回复：${question.question.slice(0, 20)}`}
          placeholder="回复"
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox checked={publish} onChange={({ target }) => setPublish(target.checked)}>
          公开
        </Checkbox>
        <Button
          disabled={text.trim().length < 2}
          loading={answer.isPending}
          onClick={() => answer.mutate({ questionId: question.id, said: { answer: text.trim(), publish } })}
        >
          回复
        </Button>
      </div>
    </li>
  );
}

function Doors({ letter }: { letter: LetterPage }) {
  const [all, showAll] = useState(false);
  const over = useHandOver(letter.areaId, letter.id);
  const refused = refusedOf(over.error);
  const shown = letter.doors.filter(({ way }) => all || way === null).slice(0, 200);
  if (letter.doors.length === 0) return null;
  return (
    <section>
      <h2 className="part">
        送信{' '}
        <Checkbox checked={all} onChange={({ target }) => showAll(target.checked)}>
          也看送到的
        </Checkbox>
      </h2>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <ul>
        {shown.map(({ householdId, label, way }) => (
          <li key={householdId} className="row line">
            <span>{label}</span>
            <span className="sp" />
            {way === 'app' && <Tag tone="ok">手机上看了</Tag>}
            {way !== 'app' && (
              <Button
                size="small"
                aria-label={`${way === 'door' ? '撤回' : '送到了'}：${label}`}
                onClick={() => over.mutate({ householdId, done: way === null })}
              >
                {way === 'door' ? '撤回' : '送到了'}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
