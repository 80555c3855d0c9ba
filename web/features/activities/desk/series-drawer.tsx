import { useState } from 'react';
import { App, Button, Drawer, Input, Select } from 'antd';
import type { z } from 'zod';
import type { Series, SeriesInput, SeriesPage } from '../../../../server/modules/activities/series/contract.ts';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { Field } from './field.tsx';
import { PictureChoice } from './picture-choice.tsx';
import { useRecordChange } from './records-api.ts';

type Form = z.input<typeof SeriesInput>;

const kinds: { value: Form['kind']; label: string }[] = [
  { value: 'gala', label: '四季春晚（一年四场：春之乐 夏之悦 秋之约 冬之跃）' },
  { value: 'festival', label: '节庆：邻里节、艺术节' },
  { value: 'tour', label: '巡演：一台戏，到多个地方' },
  { value: 'residence', label: '驻演：一台戏，一个地方多个日子' },
  { value: 'university', label: '老年大学' },
  { value: 'course', label: '课堂' },
  { value: 'market', label: '市集' },
  { value: 'reading', label: '读书' },
  { value: 'contest', label: '比赛' },
];

type Props = { areaId: string; series: z.infer<typeof Series> | null; onClose: () => void };

/** Begins a series, or writes its story anew. */
export function SeriesDrawer({ areaId, series, onClose }: Props) {
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [draft, setDraft] = useState<Form>(
    series ?? { name: '', kind: 'festival', theme: '', story: '', picture: null },
  );
  const set = (changes: Partial<Form>): void => setDraft({ ...draft, ...changes });
  const keep = useRecordChange(() => {
    const { name, kind, theme, story, picture } = draft;
    const body = { name, kind, theme, story, picture };
    return series
      ? send<z.infer<typeof SeriesPage>>(`areas/${areaId}/series/${series.id}`, { method: 'PUT', body, key })
      : send<z.infer<typeof SeriesPage>>(`areas/${areaId}/series`, { body, key });
  });
  const refused = refusedOf(keep.error);
  return (
    <Drawer
      open
      size={520}
      onClose={onClose}
      title={series ? `改“${series.name}”的介绍` : '新建系列'}
      footer={
        <div className="row">
          {refused && <Note tone="late">{refused.detail}</Note>}
          <span className="sp" />
          <Button
            type="primary"
            disabled={draft.name.trim().length < 2}
            loading={keep.isPending}
            onClick={() =>
              keep.mutate(undefined, {
                onSuccess: () => {
                  void message.success('存好了');
                  onClose();
                },
              })
            }
          >
            保存
          </Button>
        </div>
      }
    >
      <div className="series-fields">
        <Field id="series-name" label="叫什么">
          <Input
            id="series-name"
            maxLength={30}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Field>
        {!series && (
          <Field id="series-kind" label="哪一种">
            <Select
              id="series-kind"
              value={draft.kind}
              options={kinds}
              onChange={(kind: Form['kind']) => set({ kind })}
            />
          </Field>
        )}
        <Field id="series-theme" label="主题（如：和谐邻里，低碳生活）">
          <Input
            id="series-theme"
            maxLength={60}
            value={draft.theme}
            onChange={(event) => set({ theme: event.target.value })}
          />
        </Field>
        <Field id="series-story" label="来历和样子，居民在页上看得到">
          <Input.TextArea
            id="series-story"
            autoSize={{ minRows: 4, maxRows: 12 }}
            maxLength={2000}
            value={draft.story}
            onChange={(event) => set({ story: event.target.value })}
          />
        </Field>
        <PictureChoice picture={draft.picture ?? null} onChange={(picture) => set({ picture })} />
      </div>
    </Drawer>
  );
}
