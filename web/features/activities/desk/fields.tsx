import { AutoComplete, Checkbox, Input, InputNumber, Select } from 'antd';
import type { Refused } from '../../../lib/desk/api.ts';
import { Field } from './field.tsx';
import { PictureChoice } from './picture-choice.tsx';
import { PlaceField } from './place-field.tsx';
import { useChoices, useYearFigures, type Draft, type RecordChoices } from './records-api.ts';
import { SessionFields } from './session-fields.tsx';

type Props = { draft: Draft; onChange: (draft: Draft) => void; areaId: string; refused: Refused | null };
type Part = { draft: Draft; set: (changes: Partial<Draft>) => void; choices: RecordChoices | undefined };

/** Everything an activity says of itself: what, when and where first; the rest has its defaults. */
export function Fields({ draft, onChange, areaId, refused }: Props) {
  const choices = useChoices(areaId).data;
  const set = (changes: Partial<Draft>): void => onChange({ ...draft, ...changes });
  const part = { draft, set, choices };
  return (
    <>
      <section className="editor-part">
        <h2>办什么</h2>
        <What {...part} />
      </section>
      <section className="editor-part">
        <h2>什么时候，在哪儿</h2>
        <SessionFields
          draft={draft}
          set={set}
          daysOff={choices?.daysOff ?? []}
          problem={refused?.fields?.['sessions']}
        />
        <PlaceField areaId={areaId} draft={draft} set={set} />
      </section>
      <section className="editor-part">
        <h2>给谁，多少人</h2>
        <Whom {...part} />
      </section>
      <section className="editor-part">
        <h2>谁办，谁负责</h2>
        <Who {...part} />
      </section>
      <section className="editor-part">
        <h2>算不算年度指标</h2>
        <Flags areaId={areaId} {...part} />
      </section>
      <section className="editor-part">
        <h2>配图</h2>
        <PictureChoice picture={draft.picture ?? null} onChange={(picture) => set({ picture })} />
      </section>
    </>
  );
}

const plain = (words: readonly string[] | undefined) => (words ?? []).map((value) => ({ value, label: value }));

function What({ draft, set, choices }: Part) {
  const series = choices?.series.find(({ id }) => id === draft.seriesId);
  return (
    <>
      <Field id="activity-title" label="名称">
        <Input
          id="activity-title"
          maxLength={60}
          placeholder="居民一看就懂，如：银龄手机课：网上挂号"
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <div className="editor-row">
        <Field id="activity-kind" label="类别">
          <Select
            id="activity-kind"
            value={draft.kind}
            options={choices?.kinds ?? []}
            onChange={(kind: Draft['kind']) => set({ kind })}
          />
        </Field>
        <Field id="activity-series" label="属于哪个系列（可不选）">
          <Select
            id="activity-series"
            allowClear
            placeholder="四季春晚、邻里节、老年大学……"
            value={draft.seriesId ?? undefined}
            options={(choices?.series ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(seriesId: string | undefined) => set({ seriesId: seriesId ?? null, edition: '' })}
          />
        </Field>
        {draft.seriesId && (
          <Field
            id="activity-edition"
            label={series?.editions.length ? '哪一场（一年四场，一季一场）' : '第几届、哪一期'}
          >
            {series?.editions.length ? (
              <Select
                id="activity-edition"
                value={draft.edition || null}
                options={plain(series.editions)}
                onChange={(edition: string) => set({ edition })}
              />
            ) : (
              <Input
                id="activity-edition"
                maxLength={20}
                value={draft.edition}
                onChange={(event) => set({ edition: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
      <Field id="activity-summary" label="说明：要带什么，注意什么（可不填）">
        <Input.TextArea
          id="activity-summary"
          autoSize={{ minRows: 3, maxRows: 10 }}
          maxLength={2000}
          value={draft.summary}
          onChange={(event) => set({ summary: event.target.value })}
        />
      </Field>
      <Field id="activity-themes" label="主题（可多选）">
        <Select
          id="activity-themes"
          mode="multiple"
          value={draft.themes ?? []}
          options={plain(choices?.themes)}
          onChange={(themes: string[]) => set({ themes })}
        />
      </Field>
    </>
  );
}

function Whom({ draft, set, choices }: Part) {
  const number = (id: 'seats' | 'minAge' | 'maxAge', label: string, max: number, suffix: string) => (
    <Field id={`activity-${id}`} label={label}>
      <InputNumber
        id={`activity-${id}`}
        min={id === 'seats' ? 1 : 0}
        max={max}
        precision={0}
        suffix={suffix}
        value={draft[id] ?? null}
        onChange={(value) => set({ [id]: value })}
      />
    </Field>
  );
  return (
    <div className="editor-row">
      {number('seats', '名额（不填就不用报名）', 100_000, '人')}
      {number('minAge', '最小（满几岁）', 120, '岁')}
      {number('maxAge', '最大（到几岁）', 120, '岁')}
      <Field id="activity-audiences" label="主要给谁（可不选）">
        <Select
          id="activity-audiences"
          mode="multiple"
          value={draft.audiences ?? []}
          options={plain(choices?.audiences)}
          onChange={(audiences: string[]) => set({ audiences })}
        />
      </Field>
    </div>
  );
}

function Who({ draft, set, choices }: Part) {
  const named = (id: 'host' | 'officer', label: string, words: readonly string[] | undefined) => (
    <Field id={`activity-${id}`} label={label}>
      <AutoComplete
        id={`activity-${id}`}
        value={draft[id] ?? ''}
        options={plain(words)}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
        onChange={(value: string) => set({ [id]: value })}
      />
    </Field>
  );
  return (
    <div className="editor-row">
      {named('host', '主办', choices?.organisers)}
      {named('officer', '专人（专项工作专人管）', choices?.officers)}
      <Field id="activity-organisers" label="一起办的单位（驻区单位、学校、社会组织）">
        <Select
          id="activity-organisers"
          mode="tags"
          value={draft.organisers ?? []}
          options={plain(choices?.organisers)}
          onChange={(organisers: string[]) => set({ organisers })}
        />
      </Field>
    </div>
  );
}

function Flags({ draft, set, areaId }: Part & { areaId: string }) {
  const figures = useYearFigures(areaId).data;
  const line = (id: 'large' | 'broad', word: string, means: string) => (
    <Checkbox checked={draft[id] ?? false} onChange={(event) => set({ [id]: event.target.checked })}>
      <b>{word}</b>
      <span className="mute sm">
        {means}
        {figures && `今年 ${figures[id].held}/${figures[id].needed}，另排了 ${figures[id].planned} 次。`}
      </span>
    </Checkbox>
  );
  return (
    <div className="editor-flags">
      {line('large', '较大规模', '全社区的文体科普活动，一年不少于 5 次。')}
      {line('broad', '居民广泛参与', '多数居民都能来的文化活动，一年不少于 15 次。')}
      <p className="mute sm">一场活动可以两样都算；没勾的不计入。</p>
    </div>
  );
}
