import { useState } from 'react';
import { Button, Input, Radio } from 'antd';
import type { StandardItem, StandardSheet } from '#contract/assessment';
import type { AskedField } from '#contract/matters';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { ImagesPart } from '../../matters/desk/fields/images-part.tsx';
import { useKeepEntry } from './assessment-api.ts';
import '../../matters/desk/detail/detail.css';

const photos: AskedField = {
  id: 'pictures',
  label: { zh: '照片', en: 'Pictures' },
  type: 'images',
  optional: true,
  many: false,
  max: 9,
};

const blank = { verdict: undefined as string | undefined, words: '', link: '', pictures: [] as string[] };

/** Judges an item, or attaches evidence to one that the system measures. What was typed stays until it is kept. */
export function JudgeForm({ sheet, item }: { sheet: StandardSheet; item: StandardItem }) {
  const [form, setForm] = useState(blank);
  const [key, setKey] = useState(newKey);
  const keep = useKeepEntry(sheet.areaId, sheet.standard.id, item.id);
  const refused = refusedOf(keep.error);
  const isJudged = item.verdicts.length > 0;
  const isReady = form.words.trim() !== '' || form.pictures.length > 0 || form.link.trim() !== '';
  const submit = (): void => {
    const { verdict, words, link, pictures } = form;
    const entry = {
      year: sheet.year,
      words,
      pictures,
      ...(verdict ? { verdict } : {}),
      ...(link.trim() ? { link: link.trim() } : {}),
    };
    keep.mutate(
      { entry, key },
      {
        onSuccess: () => {
          setForm(blank);
          setKey(newKey());
        },
      },
    );
  };
  return (
    <form
      className="judge"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{isJudged ? `评这一条（${sheet.year} 年）` : `给这一条附上佐证（${sheet.year} 年）`}</h3>
      {isJudged && (
        <Radio.Group
          aria-label="评为"
          optionType="button"
          options={item.verdicts}
          value={form.verdict}
          onChange={(event) => setForm({ ...form, verdict: String(event.target.value) })}
        />
      )}
      <label htmlFor="words">{isJudged ? '依据' : '说明'}</label>
      <Input.TextArea
        id="words"
        rows={3}
        maxLength={1000}
        value={form.words}
        placeholder="例如：10 月 12 日逐楼看过，见照片"
        onChange={(event) => setForm({ ...form, words: event.target.value })}
      />
      <ImagesPart
        field={photos}
        id="pictures"
        value={form.pictures}
        areaId={sheet.areaId}
        problem={undefined}
        onChange={(pictures) => setForm({ ...form, pictures: [pictures ?? []].flat().map(String) })}
      />
      <label htmlFor="link">作为佐证的记录或网页</label>
      <Input
        id="link"
        value={form.link}
        maxLength={300}
        placeholder="网址，或者工作台里的地址，如 /venues"
        onChange={(event) => setForm({ ...form, link: event.target.value })}
      />
      {refused && <Note tone="late">{refused.detail}</Note>}
      <Button
        type="primary"
        htmlType="submit"
        disabled={!isReady || (isJudged && !form.verdict)}
        loading={keep.isPending}
      >
        {isJudged ? '评定' : '附上'}
      </Button>
    </form>
  );
}
