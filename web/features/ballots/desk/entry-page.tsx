import { useEffect, useRef, useState } from 'react';
import { Button, Input, type InputRef } from 'antd';
import { Link, useParams } from 'react-router';
import type { PaperFound } from '#contract/ballots/papers';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { useBallot, useEnterPaper, useFindPaper, useTurnout, type BallotPage } from './ballots-api.ts';
import './ballots.css';

/** Papers are read by two different people, the second without seeing what the first one read; where they differ, a third. */
export function EntryPage() {
  const { areaId = '', id = '' } = useParams();
  const found = useBallot(areaId, id);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  return <Entry ballot={found.data} />;
}

type Said = { tone: 'ok' | 'due' | 'late'; sentence: string };
const tones = { done: 'ok', once: 'due', differ: 'late', none: 'due' } as const;

function Entry({ ballot }: { ballot: BallotPage }) {
  const { areaId, id } = ballot;
  const [code, setCode] = useState('');
  const [paper, setPaper] = useState<PaperFound | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const field = useRef<InputRef>(null);
  const turnout = useTurnout(areaId, id);
  const find = useFindPaper(areaId, id);
  const enter = useEnterPaper(areaId, id);
  const refused = refusedOf(find.error ?? enter.error);
  const isOpen = ballot.state === 'open';
  const look = (): void => {
    setSaid(null);
    enter.reset();
    find.mutate(code, { onSuccess: setPaper });
  };
  const next = (): void => {
    setPaper(null);
    setCode('');
    find.reset();
    field.current?.focus();
  };
  const send = (choices: string[]): void =>
    enter.mutate(
      { code, choices },
      {
        onSuccess: ({ state, sentence }) => {
          setSaid({ tone: tones[state], sentence });
          next();
        },
      },
    );
  return (
    <div className="ballots paper-entry">
      <div className="page-head">
        <h1>录纸质票</h1>
        <Link className="link sm" to={`/ballots/${areaId}/${id}`}>
          {ballot.title}
        </Link>
        <span className="sp" />
        {turnout.data && (
          <span className="mute">
            等第二个人录 {turnout.data.papers.once} 张 · 两次不一样 {turnout.data.papers.differ} 张
          </span>
        )}
      </div>
      <Note tone="info">
        每张票两个不同的人各录一次，后录的人看不到先录的；两次一样才算，不一样由第三个人看着票再录。
      </Note>
      {!isOpen && <Note tone="late">这次表决{ballot.stateName}，不能再录票。</Note>}
      {said && <Note tone={said.tone}>{said.sentence}</Note>}
      {refused && <Note tone="late">{refused.detail}</Note>}
      <section className="card entry-card">
        <label htmlFor="paper-code">票上的编码</label>
        <Input
          ref={field}
          id="paper-code"
          size="large"
          autoFocus
          autoComplete="off"
          disabled={!isOpen}
          maxLength={24}
          placeholder="例如 7K3M 9QXT"
          value={code}
          onChange={(event) => {
            setCode(event.target.value.toUpperCase());
            setPaper(null);
          }}
          onPressEnter={look}
        />
        {!paper && (
          <Button
            type="primary"
            size="large"
            disabled={!isOpen || code.trim().length < 4}
            loading={find.isPending}
            onClick={look}
          >
            找到这张票
          </Button>
        )}
        {paper && (
          <Keys
            key={paper.label + code}
            ballot={ballot}
            paper={paper}
            isSending={enter.isPending}
            onSend={send}
            onOther={next}
          />
        )}
      </section>
    </div>
  );
}

function Keys({
  ballot,
  paper,
  isSending,
  onSend,
  onOther,
}: {
  ballot: BallotPage;
  paper: PaperFound;
  isSending: boolean;
  onSend: (choices: string[]) => void;
  onOther: () => void;
}) {
  const [chosen, choose] = useState<string[]>([]);
  const keys = useRef<HTMLDivElement>(null);
  // From the code straight to the number keys.
  useEffect(() => keys.current?.focus(), []);
  const toggle = (id: string): void =>
    choose((now) => (ballot.pick === 1 ? [id] : now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.target as Element).matches('input, textarea')) return;
      const choice = ballot.choices[Number(event.key) - 1];
      if (choice) toggle(choice.id);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  });
  if (paper.why)
    return (
      <>
        <Note tone="due">{paper.why}</Note>
        <Button size="large" onClick={onOther}>
          换一张
        </Button>
      </>
    );
  return (
    <>
      <p className="whose">
        {paper.number !== null && <b>第 {paper.number} 号</b>} {paper.label}
      </p>
      <div ref={keys} tabIndex={-1} className="entry-keys" role="group" aria-label="票上选的是">
        {ballot.choices.map(({ id, label }, at) => (
          <button key={id} type="button" aria-pressed={chosen.includes(id)} onClick={() => toggle(id)}>
            <kbd>{at + 1}</kbd>
            {label}
          </button>
        ))}
      </div>
      <div className="row">
        <Button size="large" onClick={onOther}>
          换一张
        </Button>
        <span className="sp" />
        <Button
          type="primary"
          size="large"
          disabled={chosen.length === 0 || chosen.length > ballot.pick}
          loading={isSending}
          onClick={() => onSend(chosen)}
        >
          录这一张
        </Button>
      </div>
    </>
  );
}
