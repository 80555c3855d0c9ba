import { useState } from 'react';
import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { AskedField } from '#contract/matters';
import { useSession } from '../../../../lib/desk/session.tsx';
import { remember, remembered } from '../../../../lib/desk/remember.ts';
import { Icon } from '../../../../ui/icon.tsx';

export type Part = {
  field: AskedField;
  id: string;
  value: unknown;
  onChange: (value: unknown) => void;
  areaId: string;
  problem: string | undefined;
};

/** So many words are shown at once; more are searched in a list. */
export const chipsMax = 7;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): string[] => [value ?? []].flat().map(String);
const state = (problem: string | undefined): { status?: 'error' } => (problem ? { status: 'error' } : {});

export function TextPart({ field, id, value, onChange, problem }: Part) {
  const max = typeof field.max === 'number' ? field.max : 500;
  const isPhone = field.type === 'phone';
  return (
    <Input
      id={id}
      value={text(value)}
      maxLength={max}
      inputMode={isPhone ? 'tel' : 'text'}
      onChange={(event) => onChange(event.target.value)}
      {...state(problem)}
    />
  );
}

export function LongTextPart({ field, id, value, onChange, problem }: Part) {
  const max = typeof field.max === 'number' ? field.max : 4000;
  return (
    <Input.TextArea
      id={id}
      value={text(value)}
      maxLength={max}
      showCount={{ formatter: ({ count }) => `${count} / ${max} 字` }}
      autoSize={{ minRows: 3, maxRows: 10 }}
      onChange={(event) => onChange(event.target.value)}
      {...state(problem)}
    />
  );
}

/** A few words as chips, many as a list to search. */
export function ChoicePart({ field, id, value, onChange, problem }: Part) {
  const options = field.of ?? [];
  const several = field.many || field.type === 'checklist' || field.type === 'tags';
  const chosen = list(value);
  if (options.length > chipsMax) {
    return (
      <Select
        id={id}
        showSearch
        allowClear={field.optional}
        style={{ width: '100%' }}
        {...(several ? { mode: 'multiple' as const } : {})}
        value={several ? chosen : (chosen[0] ?? null)}
        options={options}
        placeholder="选一个"
        onChange={(next) => onChange(next ?? null)}
        {...state(problem)}
      />
    );
  }
  const press = (word: string): void => {
    if (!several) return onChange(chosen[0] === word && field.optional ? null : word);
    onChange(chosen.includes(word) ? chosen.filter((one) => one !== word) : [...chosen, word]);
  };
  return (
    <div className="chips" id={id} role={several ? 'group' : 'radiogroup'} aria-label={field.label.zh}>
      {options.map((option) => {
        const isOn = chosen.includes(option.value);
        return (
          <button
            key={option.value}
            type="button"
            role={several ? 'checkbox' : 'radio'}
            aria-checked={isOn}
            className={isOn ? 'chip on' : 'chip'}
            onClick={() => press(option.value)}
          >
            {isOn && <Icon name="check" size="xs" />}
            {option.label}
          </button>
        );
      })}
    </div>
  );
}

/** Words of one's own, one after another. */
export function TagsPart({ field, id, value, onChange, problem }: Part) {
  return (
    <Select
      id={id}
      mode="tags"
      open={false}
      suffixIcon={null}
      style={{ width: '100%' }}
      value={list(value)}
      tokenSeparators={['、', '，', ',', ' ']}
      placeholder={`写一个${field.label.zh}，按回车再写下一个`}
      onChange={(next: string[]) => onChange(next)}
      {...state(problem)}
    />
  );
}

/** Somebody: those given work last stand first, then all, found by name or by what they are. */
export function WhoPart({ field, id, value, onChange, problem }: Part) {
  const { me } = useSession();
  const [last] = useState(() => remembered<string[]>(me.id, 'given-last', []));
  const rank = (key: string): number => (last.includes(key) ? last.indexOf(key) : last.length);
  const options = [...(field.of ?? [])]
    .sort((a, b) => rank(a.value) - rank(b.value))
    .map((option) => ({ value: option.value, label: option.label, hint: option.hint ?? '' }));
  const choose = (next: unknown): void => {
    const keys = list(next);
    if (keys.length > 0) remember(me.id, 'given-last', [...new Set([...keys, ...last])].slice(0, 8));
    onChange(next ?? null);
  };
  return (
    <Select
      id={id}
      showSearch={{ filterOption: (typed, option) => `${option?.label ?? ''}${option?.hint ?? ''}`.includes(typed) }}
      style={{ width: '100%' }}
      {...(field.many ? { mode: 'multiple' as const } : {})}
      value={field.many ? list(value) : (list(value)[0] ?? null)}
      options={options}
      placeholder="交给谁"
      notFoundContent="这里还没有这个角色的人"
      optionRender={({ data }) => (
        <span className="row">
          {data.label}
          <span className="mute xs">{data.hint}</span>
        </span>
      )}
      onChange={choose}
      {...state(problem)}
    />
  );
}

export function YesNoPart({ field, id, value, onChange }: Part) {
  const words = [
    { on: true, label: '是' },
    { on: false, label: '否' },
  ];
  return (
    <div className="chips" id={id} role="radiogroup" aria-label={field.label.zh}>
      {words.map(({ on, label }) => (
        <button
          key={label}
          type="button"
          role="radio"
          aria-checked={value === on}
          className={value === on ? 'chip on' : 'chip'}
          onClick={() => onChange(on)}
        >
          {value === on && <Icon name="check" size="xs" />}
          {label}
        </button>
      ))}
    </div>
  );
}

const ratings = ['很不满意', '不满意', '一般', '满意', '很满意'];

export function RatingPart({ field, id, value, onChange }: Part) {
  return (
    <div className="chips" id={id} role="radiogroup" aria-label={field.label.zh}>
      {ratings.map((label, at) => (
        <button
          key={label}
          type="button"
          role="radio"
          aria-checked={value === at + 1}
          className={value === at + 1 ? 'chip on' : 'chip'}
          onClick={() => onChange(at + 1)}
        >
          {at + 1} 星 {label}
        </button>
      ))}
    </div>
  );
}

export function DatePart({ field, id, value, onChange, problem }: Part) {
  const { now } = useSession();
  const withTime = field.type === 'datetime';
  return (
    <DatePicker
      id={id}
      showTime={withTime ? { format: 'HH:mm' } : false}
      format={withTime ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
      value={typeof value === 'string' ? dayjs(value) : null}
      defaultPickerValue={dayjs(now())}
      onChange={(next) => onChange(next ? (withTime ? next.toISOString() : next.format('YYYY-MM-DD')) : null)}
      {...state(problem)}
    />
  );
}

/** A number; an amount is written in yuan and kept in fen. */
export function NumberPart({ field, id, value, onChange, problem }: Part) {
  const isMoney = field.type === 'money';
  const shown = typeof value === 'number' ? (isMoney ? value / 100 : value) : null;
  return (
    <InputNumber<number>
      id={id}
      value={shown}
      min={typeof field.min === 'number' ? field.min : 0}
      precision={isMoney ? 2 : field.type === 'count' ? 0 : 1}
      suffix={isMoney ? '元' : field.type === 'percent' ? '%' : null}
      onChange={(next) => onChange(next === null ? null : isMoney ? Math.round(next * 100) : next)}
      {...state(problem)}
    />
  );
}

/** I am there: the moment, by the server's clock when it is sent. */
export function CheckInPart({ id, value, onChange }: Part) {
  const isThere = value !== undefined && value !== null;
  return (
    <button
      type="button"
      id={id}
      className={isThere ? 'chip on' : 'chip'}
      onClick={() => onChange(isThere ? null : {})}
    >
      {isThere && <Icon name="check" size="xs" />}
      {isThere ? '到了，提交时记下时间' : '我到现场了'}
    </button>
  );
}
