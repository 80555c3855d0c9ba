import type { ReactNode } from 'react';
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { AskedField } from '#contract/matters';
import { ImagesPart } from '../../matters/desk/fields/images-part.tsx';
import { drawings, type BrandDesk, type Form } from './brand-api.ts';
import '../../matters/desk/detail/detail.css';

const photos: AskedField = {
  id: 'pictures',
  label: { zh: '照片', en: 'Pictures' },
  type: 'images',
  optional: true,
  many: false,
  max: 8,
};
const themeWords = [
  '读书活动',
  '经典诵读',
  '艺术普及',
  '非遗传承',
  '传统节日民俗',
  '我们的节日',
  '交流比赛',
  '教育',
  '文化',
  '卫生',
];
const isDrawing = (picture: string): boolean => drawings.some(({ name }) => name === picture);

type Props = { desk: BrandDesk; form: Form; onChange: (form: Form) => void };

export function BrandFields({ desk, form, onChange }: Props) {
  const put = (part: Partial<Form>): void => onChange({ ...form, ...part });
  return (
    <div className="brand-fields">
      <Line id="brand-name" label="名称" hint="一眼记得住，不超过 20 个字">
        <Input
          id="brand-name"
          maxLength={20}
          value={form.name}
          onChange={(event) => put({ name: event.target.value })}
        />
      </Line>
      <Line id="brand-slogan" label="一句话" hint="说给没来过的人听">
        <Input
          id="brand-slogan"
          maxLength={40}
          value={form.slogan}
          onChange={(event) => put({ slogan: event.target.value })}
        />
      </Line>
      <Line id="brand-words" label="主题词">
        <Select
          id="brand-words"
          mode="tags"
          maxCount={6}
          value={form.words}
          onChange={(words: string[]) => put({ words })}
        />
      </Line>
      <Pictures desk={desk} form={form} onChange={onChange} />
      <Line id="brand-story" label="故事" hint="从哪儿来、谁起的头、现在什么样。一行一段">
        <Input.TextArea
          id="brand-story"
          maxLength={3000}
          autoSize={{ minRows: 6, maxRows: 16 }}
          value={form.story}
          onChange={(event) => put({ story: event.target.value })}
        />
      </Line>
      <Belongings desk={desk} form={form} onChange={onChange} />
    </div>
  );
}

function Pictures({ desk, form, onChange }: Props) {
  const drawn = form.pictures.find(isDrawing);
  const uploaded = form.pictures.filter((picture) => !isDrawing(picture));
  const put = (pictures: string[]): void => onChange({ ...form, pictures });
  return (
    <>
      <Line id="brand-photos" label="照片" hint="第一张做封面；没有照片先选一张示意图">
        <ImagesPart
          field={photos}
          id="brand-photos"
          value={uploaded}
          areaId={desk.areaId}
          problem={undefined}
          onChange={(value) => put([...[value ?? []].flat().map(String), ...(drawn ? [drawn] : [])])}
        />
      </Line>
      <div className="drawings" role="radiogroup" aria-label="示意图">
        {drawings.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={name === drawn}
            aria-label={title}
            onClick={() => put(name === drawn ? uploaded : [...uploaded, name])}
          >
            <img src={`/illustrations/${name}.svg`} alt="" />
          </button>
        ))}
      </div>
    </>
  );
}

function Belongings({ desk, form, onChange }: Props) {
  const put = (part: Partial<Form>): void => onChange({ ...form, ...part });
  const named = (list: { id: string; name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Line id="brand-venue" label="在哪里">
        <Select
          id="brand-venue"
          allowClear
          value={form.venueId}
          options={named(desk.venues)}
          onChange={(venueId: string | undefined) => put({ venueId: venueId ?? null })}
        />
      </Line>
      <Line id="brand-team" label="哪支队伍">
        <Select
          id="brand-team"
          allowClear
          value={form.teamId}
          options={named(desk.teams)}
          onChange={(teamId: string | undefined) => put({ teamId: teamId ?? null })}
        />
      </Line>
      <Line id="brand-themes" label="哪些活动算这个品牌的" hint="带这些主题词的活动自动算进年度数字">
        <Select
          id="brand-themes"
          mode="tags"
          maxCount={10}
          value={form.themes}
          options={themeWords.map((word) => ({ value: word }))}
          onChange={(themes: string[]) => put({ themes })}
        />
      </Line>
      {desk.series.length > 0 && (
        <Line id="brand-series" label="活动系列">
          <Select
            id="brand-series"
            allowClear
            value={form.seriesId}
            options={named(desk.series)}
            onChange={(seriesId: string | undefined) => put({ seriesId: seriesId ?? null })}
          />
        </Line>
      )}
      <Line id="brand-owner" label="负责人" hint="专项工作专人管">
        <Input
          id="brand-owner"
          maxLength={20}
          value={form.owner}
          onChange={(event) => put({ owner: event.target.value })}
        />
      </Line>
      <Line id="brand-started" label="哪天开始的">
        <DatePicker
          id="brand-started"
          value={form.startedOn ? dayjs(form.startedOn) : null}
          onChange={(day) => put({ startedOn: day ? day.format('YYYY-MM-DD') : null })}
        />
      </Line>
    </>
  );
}

function Line({ id, label, hint, children }: { id: string; label: string; hint?: string; children: ReactNode }) {
  return (
    <>
      <label htmlFor={id}>
        {label}
        {hint && <span className="mute"> {hint}</span>}
      </label>
      {children}
    </>
  );
}
