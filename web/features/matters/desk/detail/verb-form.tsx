import { useState, type FormEvent } from 'react';
import { App, Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { AllowedAction, MatterCard } from '#contract/matters';
import { newKey, refusedOf } from '../../../../lib/desk/api.ts';
import { remember, remembered } from '../../../../lib/desk/remember.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { useAct, type Act } from '../matters-api.ts';

type Target = Pick<MatterCard, 'areaId' | 'number' | 'version'>;
const harmlessTwice = new Set(['remind', 'copy', 'track', 'supervise', 'supplement']);
const doneWords: Record<string, string> = { remind: '已催办', track: '已记下', copy: '已抄送', supervise: '已督办' };

/** To whom, until when, why: what one verb asks, in a small window. */
export function VerbForm({ matter, action, onDone }: { matter: Target; action: AllowedAction; onDone: () => void }) {
  const { message } = App.useApp();
  const { now } = useSession();
  const [key] = useState(newKey);
  const [reason, setReason] = useState('');
  const [to, setTo] = useState<string[]>([]);
  const [until, setUntil] = useState<string | null>(null);
  const [into, setInto] = useState('');
  const doing = useAct(matter);
  const verb = action.label.zh;
  const problem = refusedOf(doing.error)?.detail;
  const act: Act = {
    ...(reason.trim() ? { reason: reason.trim() } : {}),
    ...(action.asks === 'to' ? { to } : {}),
    ...(action.asks === 'until' && until ? { until } : {}),
    ...(action.asks === 'number' ? { into: into.trim() } : {}),
    ...(harmlessTwice.has(action.id) ? {} : { version: matter.version }),
  };
  const isReady =
    (!action.needsReason || reason.trim() !== '') &&
    (action.asks !== 'to' || to.length > 0) &&
    (action.asks !== 'until' || until !== null) &&
    (action.asks !== 'number' || into.trim() !== '');
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (!isReady || doing.isPending) return;
    doing.mutate(
      { action: action.id, act, key },
      {
        onSuccess: (receipt) => {
          const moved = action.kind !== 'office' ? `，现在到“${receipt.step.label.zh}”` : '';
          void message.success(`${doneWords[action.id] ?? `已${verb}`}${moved}`);
          onDone();
        },
      },
    );
  };
  return (
    <form className="verb" onSubmit={submit} onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && submit()}>
      {action.asks === 'to' && <WhomField action={action} to={to} onChange={setTo} />}
      {action.asks === 'until' && (
        <>
          <label htmlFor="verb-until">延到哪天（当天 24:00 到期）</label>
          <DatePicker
            id="verb-until"
            autoFocus
            defaultPickerValue={dayjs(now())}
            minDate={dayjs(now())}
            value={until ? dayjs(until) : null}
            onChange={(day) => setUntil(day ? day.format('YYYY-MM-DD') : null)}
          />
        </>
      )}
      {action.asks === 'number' && (
        <>
          <label htmlFor="verb-into">并到哪一件？写它的编号</label>
          <Input id="verb-into" autoFocus value={into} onChange={(event) => setInto(event.target.value)} />
        </>
      )}
      <label htmlFor="verb-reason">
        {action.id === 'track' ? '记什么' : action.id === 'remind' || action.id === 'copy' ? '带一句话' : '为什么'}
        {!action.needsReason && <span className="faint"> 可不填</span>}
      </label>
      {action.phrases.length > 0 && (
        <div className="chips">
          {action.phrases.map((phrase) => (
            <button
              key={phrase}
              type="button"
              className={reason === phrase ? 'chip on' : 'chip'}
              onClick={() => setReason(reason === phrase ? '' : phrase)}
            >
              {phrase}
            </button>
          ))}
        </div>
      )}
      <Input.TextArea
        id="verb-reason"
        autoSize={{ minRows: 2, maxRows: 6 }}
        autoFocus={!action.asks}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button type="primary" size="small" htmlType="submit" disabled={!isReady} loading={doing.isPending}>
          {verb}
        </Button>
        {action.to && <span className="mute xs">之后到“{action.to.label.zh}”</span>}
      </div>
    </form>
  );
}

function WhomField({
  action,
  to,
  onChange,
}: {
  action: AllowedAction;
  to: string[];
  onChange: (to: string[]) => void;
}) {
  const { me } = useSession();
  const [last] = useState(() => remembered<string[]>(me.id, 'given-last', []));
  const rank = (key: string): number => (last.includes(key) ? last.indexOf(key) : last.length);
  const people = [...(action.people ?? [])].sort((a, b) => rank(a.key) - rank(b.key));
  const isOne = action.id === 'transfer';
  const choose = (next: string | string[]): void => {
    const keys = [next].flat();
    remember(me.id, 'given-last', [...new Set([...keys, ...last])].slice(0, 8));
    onChange(keys);
  };
  return (
    <>
      <label htmlFor="verb-to">{action.label.zh}给谁</label>
      <div className="chips">
        {people.slice(0, 3).map((person) => (
          <button
            key={person.key}
            type="button"
            className={to.includes(person.key) ? 'chip on' : 'chip'}
            onClick={() => choose(isOne ? [person.key] : [...new Set([...to, person.key])])}
          >
            {person.name} <small>{person.title}</small>
          </button>
        ))}
      </div>
      <Select
        id="verb-to"
        style={{ width: '100%' }}
        showSearch={{ filterOption: (typed, option) => (option?.label ?? '').includes(typed) }}
        {...(isOne ? {} : { mode: 'multiple' as const })}
        value={isOne ? (to[0] ?? null) : to}
        placeholder="或在全部同事里找"
        options={people.map((person) => ({ value: person.key, label: `${person.name} ${person.title}` }))}
        onChange={(next: string | string[] | null) => choose(next ?? [])}
      />
    </>
  );
}
