import { useDeferredValue, useState } from 'react';
import { Button, Input, Radio, Select } from 'antd';
import type { LinkList } from '#contract/links';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useLink, useLinkables, type Kind, type Link } from './links-api.ts';
import './links.css';

type Props = { areaId: string; number: string; kinds: LinkList['kinds']; onClose: () => void };

/** Chooses a public record of the same community and says why it belongs here. */
export function LinkForm({ areaId, number, kinds, onClose }: Props) {
  const [kind, setKind] = useState<Kind>(kinds[0]?.kind ?? 'topic');
  const [words, setWords] = useState('');
  const [id, setId] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const link = useLink(areaId, number);
  const refused = refusedOf(link.error);
  const choose = (to: Kind): void => {
    setKind(to);
    setId(null);
  };
  return (
    <div className="link-form">
      <div className="pick">
        <Select
          aria-label="哪一种记录"
          value={kind}
          options={kinds.map((one) => ({ value: one.kind, label: one.name }))}
          onChange={choose}
          popupMatchSelectWidth={false}
        />
        <Input
          aria-label="标题里的字"
          placeholder="标题里的字，不写就列最近的"
          value={words}
          maxLength={60}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Choices areaId={areaId} kind={kind} words={useDeferredValue(words.trim())} id={id} onChoose={setId} />
      <Input
        aria-label="为什么关联"
        placeholder="为什么关联（可以不写）"
        value={why}
        maxLength={60}
        onChange={(event) => setWhy(event.target.value)}
      />
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="foot">
        <Button
          type="primary"
          disabled={id === null}
          loading={link.isPending}
          onClick={() => id && link.mutate({ kind, id, why: why.trim() }, { onSuccess: onClose })}
        >
          关联
        </Button>
        <Button onClick={onClose}>不关联了</Button>
      </div>
    </div>
  );
}

type Choosing = { areaId: string; kind: Kind; words: string; id: string | null; onChoose: (id: string) => void };

function Choices({ areaId, kind, words, id, onChoose }: Choosing) {
  const found = useLinkables(areaId, kind, words);
  const items = found.data?.items ?? [];
  if (found.data && items.length === 0) return <p className="mute">没有找到。只有已经公开的记录才能关联。</p>;
  return (
    <Radio.Group
      aria-label="关联哪一条"
      value={id}
      options={items.map((one) => ({
        value: one.id,
        label: (
          <>
            {one.title} <span className="mute">{one.line}</span>
          </>
        ),
      }))}
      onChange={(event) => onChoose(String(event.target.value))}
    />
  );
}

type EndProps = { link: Link; pending: boolean; onEnd: (reason: string) => void; onClose: () => void };

/** Ends a link, with the reason: both stay in the record. */
export function EndForm({ link, pending, onEnd, onClose }: EndProps) {
  const [reason, setReason] = useState('');
  return (
    <div className="link-form">
      <label htmlFor="end-reason">为什么取消“{link.title}”的关联</label>
      <Input id="end-reason" value={reason} maxLength={100} onChange={(event) => setReason(event.target.value)} />
      <div className="foot">
        <Button danger disabled={reason.trim().length < 2} loading={pending} onClick={() => onEnd(reason.trim())}>
          取消关联
        </Button>
        <Button onClick={onClose}>不取消</Button>
      </div>
    </div>
  );
}
