import { useState } from 'react';
import { App, Button } from 'antd';
import type { AskedField, MatterDetail } from '#contract/matters';
import { momentName } from '#shared/time';
import { newKey, refusedOf } from '../../../../lib/desk/api.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { useAct } from '../matters-api.ts';
import type { Values } from '../fields/asked-fields.tsx';

const noteMax = 500;

/** What was written, in words, for the other side of a conflict and for the note it may become. */
export function inWords(fields: AskedField[], values: Values): string {
  return fields
    .flatMap((field) => {
      const value = values[field.id];
      if (value === undefined || value === null || value === '') return [];
      return [`${field.label.zh}：${wordsOf(field, value)}`];
    })
    .join('\n');
}

function wordsOf(field: AskedField, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (field.type === 'images') return `${[value].flat().length} 张`;
  if (field.type === 'list')
    return [value]
      .flat()
      .map((row) =>
        Object.values(row ?? {})
          .map(String)
          .join(' '),
      )
      .join('；');
  if (typeof value === 'object' && value !== null && 'label' in value) return String(value.label);
  const labels = [value].flat().map((one) => field.of?.find((option) => option.value === one)?.label ?? String(one));
  return labels.join('、');
}

type Props = {
  matter: MatterDetail;
  sentence: string | null;
  mine: string;
  onSeeTheirs: () => void;
  onGiveUp: () => void;
};

/** Someone acted first: both sides, and three ways on. Nothing is overwritten. */
export function Conflict({ matter, sentence, mine, onSeeTheirs, onGiveUp }: Props) {
  const { now } = useSession();
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const doing = useAct(matter);
  const last = matter.history.find((entry) => entry.kind === 'action' || entry.kind === 'begin');
  const canTrack = matter.actions.some((action) => action.id === 'track');
  const keep = (): void =>
    doing.mutate(
      { action: 'track', act: { reason: mine.slice(0, noteMax) }, key },
      {
        onSuccess: () => {
          void message.success('写的内容记成了跟踪记录');
          onGiveUp();
        },
        onError: (error) => void message.error(refusedOf(error)?.detail, 6),
      },
    );
  const theirs = [...(last?.fields ?? []).map((field) => `${field.label.zh}：${field.text}`), last?.reason ?? ''];
  return (
    <section className="conflict" role="alert">
      <p className="row">
        <Icon name="warn" size="xs" />
        <b>
          {sentence ??
            `${last?.actorName ?? '有人'} 在 ${last ? momentName(last.at, now()) : '刚才'} 已把这件事办到“${matter.step.label.zh}”。您写的还在，看看再决定。`}
        </b>
      </p>
      <div className="sides">
        <div>
          <p className="side">
            {last ? `${last.actorTitle} ${last.actorName}` : '对方'} {last?.label}
          </p>
          <pre>{theirs.filter(Boolean).join('\n') || '没有写字，只点了操作。'}</pre>
        </div>
        <div>
          <p className="side">我写的</p>
          <pre>{mine || '还没有写字。'}</pre>
        </div>
      </div>
      <div className="row">
        <Button size="small" onClick={onSeeTheirs}>
          看对方写的
        </Button>
        {canTrack && (
          <Button size="small" disabled={!mine} loading={doing.isPending} onClick={keep}>
            把我的写成跟踪记录
          </Button>
        )}
        <Button size="small" onClick={onGiveUp}>
          放弃我的
        </Button>
      </div>
    </section>
  );
}
