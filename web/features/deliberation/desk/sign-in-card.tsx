import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { clockTime } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useDropSignIn, useMeetingWords, useSignIn, type MeetingPage } from './meetings-api.ts';

/** Who came, party by party, and a line for who has no phone. */
export function SignInCard({ page }: { page: MeetingPage }) {
  const drop = useDropSignIn(page.areaId, page.id);
  const mayWrite = page.state === 'called' || page.state === 'held';
  return (
    <section className="card">
      <h2>
        到会{' '}
        <span className="mute">
          签到 {page.people} 人{page.headcount > 0 && `，另点人头 ${page.headcount}`}
        </span>
      </h2>
      <ul className="meeting-parties">
        {page.parties.map(({ name, present }) => (
          <li key={name} className={present === 0 ? 'mute' : undefined}>
            {name} {present > 0 ? `${present} 人` : '还没有人到'}
          </li>
        ))}
      </ul>
      {page.actions.includes('sign-in') && (
        <p className="talk-line">
          <a href={`/desk/meetings/${page.areaId}/${page.id}/door`} target="_blank" rel="noreferrer">
            打开会场的签到码
          </a>
        </p>
      )}
      {mayWrite && <ByList page={page} />}
      <ul>
        {page.attendances.map(({ attendee, name, party, at, way }) => (
          <li key={attendee} className="row line talk-name">
            <b>{name}</b>
            <span className="mute sm">
              {party} · {clockTime(at)} {way === 'qr' ? '扫码' : '名单'}
            </span>
            <span className="sp" />
            <Button size="small" type="text" aria-label={`去掉 ${name}`} onClick={() => drop.mutate(attendee)}>
              去掉
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ByList({ page }: { page: MeetingPage }) {
  const [name, setName] = useState('');
  const words = useMeetingWords(page.areaId);
  const [party, setParty] = useState('居民');
  const signIn = useSignIn(page.areaId, page.id);
  const refused = refusedOf(signIn.error);
  const add = (): void => signIn.mutate({ name: name.trim(), party }, { onSuccess: () => setName('') });
  return (
    <div className="talk-line">
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        <Input
          aria-label="没带手机的人的姓名"
          placeholder="没带手机的，写姓名"
          maxLength={20}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={() => name.trim().length >= 2 && add()}
        />
        <Select
          aria-label="哪一方"
          value={party}
          options={(words.data?.parties ?? []).map((one) => ({ value: one, label: one }))}
          onChange={setParty}
        />
        <Button disabled={name.trim().length < 2} loading={signIn.isPending} onClick={add}>
          记上
        </Button>
      </div>
    </div>
  );
}
