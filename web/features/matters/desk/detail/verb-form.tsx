import { useState, type SyntheticEvent } from 'react';
import { App, Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { AllowedAction, MatterCard } from '#contract/matters';
import { newKey, refusedOf } from '../../../../lib/desk/api.ts';
import { remember, remembered } from '../../../../lib/desk/remember.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { AskedFields, sentValues, type Values } from '../fields/asked-fields.tsx';
import { ImagesPart } from '../fields/images-part.tsx';
import { useAct, type Act } from '../matters-api.ts';

type Target = Pick<MatterCard, 'areaId' | 'number' | 'version'>;
const harmlessTwice = new Set(['remind', 'copy', 'track', 'supervise', 'supplement']);
const doneWords: Record<string, string> = { remind: '已催办', track: '已记下', copy: '已抄送', supervise: '已督办' };

const reasonWords: Record<string, string> = {
  track: '记什么',
  supplement: '补充什么',
  remind: '带一句话',
  copy: '带一句话',
};

/** One verb on one matter. */
export function VerbForm({ matter, action, onDone }: { matter: Target; action: AllowedAction; onDone: () => void }) {
  const { message } = App.useApp();
  const doing = useAct(matter);
  const submit = (act: Act, key: string): void => {
    const version = harmlessTwice.has(action.id) ? {} : { version: matter.version };
    doing.mutate(
      { action: action.id, act: { ...act, ...version }, key },
      {
        onSuccess: (receipt) => {
          const moved = action.kind !== 'office' ? `，现在到“${receipt.step.label.zh}”` : '';
          void message.success(`${doneWords[action.id] ?? `已${action.label.zh}`}${moved}`);
          onDone();
        },
      },
    );
  };
  const problem = refusedOf(doing.error)?.detail;
  return (
    <VerbFields
      action={action}
      isPending={doing.isPending}
      problem={problem}
      areaId={matter.areaId}
      onSubmit={submit}
    />
  );
}

type Fields = {
  action: AllowedAction;
  isPending: boolean;
  problem: string | undefined;
  /** A sentence above, when several matters are meant. */
  about?: string;
  /** Where photographs go; without it none are asked for: one photograph belongs to one matter. */
  areaId?: string;
  onSubmit: (act: Act, key: string) => void;
};

/** To whom, until when, why: what one verb asks, in a small window. */
export function VerbFields({ action, isPending, problem, about, areaId, onSubmit }: Fields) {
  const [key] = useState(newKey);
  const [reason, setReason] = useState('');
  const [to, setTo] = useState<string[]>([]);
  const [until, setUntil] = useState<string | null>(null);
  const [into, setInto] = useState('');
  const [files, setFiles] = useState<unknown>([]);
  const [values, setValues] = useState<Values>({});
  const photos = areaId ? action.fields.find(({ type }) => type === 'images') : undefined;
  const hasFiles = Array.isArray(files) && files.length > 0;
  const asked = action.kind === 'anytime' ? action.fields.filter((field) => field !== photos) : [];
  const form = { ...sentValues(asked, values, {}), ...(photos && hasFiles ? { [photos.id]: files } : {}) };
  const act: Act = {
    ...(Object.keys(form).length > 0 ? { form } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
    ...(action.asks === 'to' ? { to } : {}),
    ...(action.asks === 'until' && until ? { until } : {}),
    ...(action.asks === 'number' ? { into: into.trim() } : {}),
  };
  const isReady =
    (!action.needsReason || reason.trim() !== '') &&
    (action.asks !== 'to' || to.length > 0) &&
    (action.asks !== 'until' || until !== null) &&
    (action.asks !== 'number' || into.trim() !== '');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (isReady && !isPending) onSubmit(act, key);
  };
  return (
    <form
      className="verb"
      onSubmit={submit}
      onKeyDown={(event) => event.ctrlKey && event.key === 'Enter' && submit(event)}
    >
      {about && <p className="sm">{about}</p>}
      {action.asks === 'to' && <WhomField action={action} to={to} onChange={setTo} />}
      {action.asks === 'until' && <UntilField until={until} onChange={setUntil} />}
      {action.asks === 'number' && (
        <div>
          <label htmlFor="verb-into">并到哪一件？写它的编号</label>
          <Input id="verb-into" autoFocus value={into} onChange={(event) => setInto(event.target.value)} />
        </div>
      )}
      {asked.length > 0 ? (
        <AskedFields
          fields={asked}
          values={values}
          known={{}}
          problems={{}}
          areaId={areaId ?? ''}
          prefix="verb"
          onChange={setValues}
        />
      ) : (
        <ReasonField action={action} reason={reason} onChange={setReason} />
      )}
      {photos && areaId && (
        <div>
          <div className="label">
            {photos.label.zh}
            <span className="faint"> 可不传</span>
          </div>
          <ImagesPart
            field={photos}
            id="verb-files"
            value={files}
            areaId={areaId}
            problem={undefined}
            onChange={setFiles}
          />
        </div>
      )}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="row">
        <Button type="primary" size="small" htmlType="submit" disabled={!isReady} loading={isPending}>
          {action.label.zh}
        </Button>
        {action.to && <span className="mute xs">之后到“{action.to.label.zh}”</span>}
      </div>
    </form>
  );
}

function ReasonField({
  action,
  reason,
  onChange,
}: {
  action: AllowedAction;
  reason: string;
  onChange: (reason: string) => void;
}) {
  const word = reasonWords[action.id] ?? '为什么';
  return (
    <div>
      <label htmlFor="verb-reason">
        {word}
        {!action.needsReason && <span className="faint"> 可不填</span>}
      </label>
      {action.phrases.length > 0 && (
        <div className="chips">
          {action.phrases.map((phrase) => (
            <button
              key={phrase}
              type="button"
              className={reason === phrase ? 'chip on' : 'chip'}
              onClick={() => onChange(reason === phrase ? '' : phrase)}
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
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

function UntilField({ until, onChange }: { until: string | null; onChange: (until: string | null) => void }) {
  const { now } = useSession();
  return (
    <div>
      <label htmlFor="verb-until">延到哪天（当天 24:00 到期）</label>
      <DatePicker
        id="verb-until"
        autoFocus
        defaultPickerValue={dayjs(now())}
        minDate={dayjs(now())}
        value={until ? dayjs(until) : null}
        onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
      />
    </div>
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
  const others = (action.people ?? []).filter((person) => person.key !== `user:${me.id}`);
  const people = others.sort((a, b) => rank(a.key) - rank(b.key));
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
