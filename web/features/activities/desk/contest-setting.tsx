import { useState } from 'react';
import { App, Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useQuery } from '@tanstack/react-query';
import { ask, refusedOf, send } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { Field } from './field.tsx';
import { useRecordChange, type Contest, type RecordPage } from './records-api.ts';

type Setting = {
  criteria: { name: string; points: number }[];
  bands: string[];
  honours: string[];
  entriesUntil: string;
  jurorIds: string[];
};

const usual = (page: RecordPage): Setting => ({
  criteria: [
    { name: '创意', points: 40 },
    { name: '画面', points: 40 },
    { name: '切题', points: 20 },
  ],
  bands: ['幼儿组', '小学组', '中学组', '成人组'],
  honours: ['一等奖', '二等奖', '三等奖'],
  entriesUntil: page.endsAt,
  jurorIds: [],
});

type Props = { page: RecordPage; contest: Contest | null; onDone: () => void };

/** How entries are taken and judged: by what, in which age bands, by whom, until when. */
export function ContestSetting({ page, contest, onDone }: Props) {
  const { message } = App.useApp();
  const jurors = useQuery({
    queryKey: ['activities', page.areaId, 'jurors'],
    queryFn: () => ask<{ items: { id: string; name: string }[] }>(`areas/${page.areaId}/jurors`),
  });
  const [draft, setDraft] = useState<Setting>(() => {
    if (!contest) return usual(page);
    const { criteria, honours, entriesUntil, jurorIds } = contest;
    return { criteria, honours, entriesUntil, jurorIds, bands: contest.bands.map(({ name }) => name) };
  });
  const set = (changes: Partial<Setting>): void => setDraft({ ...draft, ...changes });
  const save = useRecordChange(() =>
    send(`areas/${page.areaId}/activities/${page.id}/contest`, { method: 'PUT', body: draft }),
  );
  const refused = refusedOf(save.error);
  const tags = (id: 'bands' | 'honours', label: string) => (
    <Field id={`contest-${id}`} label={label}>
      <Select id={`contest-${id}`} mode="tags" value={draft[id]} onChange={(words: string[]) => set({ [id]: words })} />
    </Field>
  );
  return (
    <section className="card panel">
      <h2>征集和评审办法</h2>
      <div className="contest-set">
        {draft.criteria.map((one, at) => (
          <div key={at} className="row">
            <Input
              aria-label={`第 ${at + 1} 项评什么`}
              value={one.name}
              maxLength={20}
              onChange={(event) =>
                set({
                  criteria: draft.criteria.map((old, i) => (i === at ? { ...old, name: event.target.value } : old)),
                })
              }
            />
            <InputNumber
              aria-label={`第 ${at + 1} 项满分`}
              min={1}
              max={100}
              precision={0}
              suffix="分"
              value={one.points}
              onChange={(points) =>
                set({ criteria: draft.criteria.map((old, i) => (i === at ? { ...old, points: points ?? 1 } : old)) })
              }
            />
          </div>
        ))}
        {tags('bands', '分哪几组（每组各评各的）')}
        {tags('honours', '设哪些奖，高的在前')}
        <Field id="contest-until" label="收作品到什么时候">
          <DatePicker
            id="contest-until"
            showTime={{ format: 'HH:mm', minuteStep: 10 }}
            format="YYYY-MM-DD HH:mm"
            allowClear={false}
            value={dayjs(draft.entriesUntil)}
            onChange={(day) => day && set({ entriesUntil: day.toISOString() })}
          />
        </Field>
        <Field id="contest-jurors" label="评委（各打各的分，公布前互相看不到）">
          <Select
            id="contest-jurors"
            mode="multiple"
            value={draft.jurorIds}
            options={(jurors.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(jurorIds: string[]) => set({ jurorIds })}
          />
        </Field>
        {refused && <Note tone="late">{refused.detail}</Note>}
        <div className="row">
          <span className="sp" />
          {contest && <Button onClick={onDone}>不改了</Button>}
          <Button
            type="primary"
            loading={save.isPending}
            disabled={draft.bands.length === 0 || draft.criteria.some(({ name }) => !name.trim())}
            onClick={() =>
              save.mutate(undefined, {
                onSuccess: () => {
                  void message.success('定好了');
                  onDone();
                },
              })
            }
          >
            保存
          </Button>
        </div>
      </div>
    </section>
  );
}
