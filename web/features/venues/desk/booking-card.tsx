import { Checkbox, InputNumber, Radio } from 'antd';
import { Field } from './field.tsx';
import { usualRules, type BookingForm, type CardProps } from './venue-form.ts';

const bookers = [
  { value: 'resident', label: '居民' },
  { value: 'team', label: '队伍' },
  { value: 'staff', label: '社区工作人员' },
];

type Numbers = { [K in keyof BookingForm]: BookingForm[K] extends number ? K : never }[keyof BookingForm];
const numbers: { id: Numbers; label: string; unit: string; min: number; max: number; step?: number }[] = [
  { id: 'shortestMinutes', label: '最短', unit: '分钟', min: 15, max: 1440, step: 15 },
  { id: 'longestMinutes', label: '最长', unit: '分钟', min: 15, max: 1440, step: 15 },
  { id: 'stepMinutes', label: '每格', unit: '分钟', min: 5, max: 240, step: 5 },
  { id: 'earliestDays', label: '最早提前', unit: '天', min: 1, max: 365 },
  { id: 'latestHours', label: '最晚提前', unit: '小时', min: 0, max: 720 },
  { id: 'openPerPerson', label: '一人同时可有', unit: '个', min: 1, max: 50 },
  { id: 'noShowsAllowed', label: '约了没来，超过就要到社区说一声', unit: '次', min: 1, max: 20 },
];

/** Who may book, how long, how far ahead, at once or with approval. */
export function BookingCard({ form, set }: CardProps) {
  const rules = form.rules ?? usualRules;
  const change = (changes: Partial<BookingForm>): void => set({ rules: { ...rules, ...changes } });
  return (
    <section className="card">
      <h2>
        预约
        <span className="r">
          <Checkbox
            checked={form.bookable ?? false}
            onChange={(event) => set({ bookable: event.target.checked, rules: form.rules ?? usualRules })}
          >
            可以预约
          </Checkbox>
        </span>
      </h2>
      {form.bookable && (
        <div className="venue-fields two">
          <div className="wide">
            <Field id="venue-who" label="谁可以约">
              <Checkbox.Group
                options={bookers}
                value={rules.who}
                onChange={(who) => change({ who: who as BookingForm['who'] })}
              />
            </Field>
          </div>
          {numbers.map(({ id, label, unit, ...limits }) => (
            <Field key={id} id={`venue-${id}`} label={label}>
              <InputNumber
                id={`venue-${id}`}
                {...limits}
                precision={0}
                suffix={unit}
                value={rules[id]}
                onChange={(value) => change({ [id]: value ?? limits.min })}
              />
            </Field>
          ))}
          <Field id="venue-approval" label="约了算不算数">
            <Radio.Group
              id="venue-approval"
              value={rules.approval}
              options={[
                { value: false, label: '约上就算' },
                { value: true, label: '社区点头才算' },
              ]}
              onChange={(event) => change({ approval: event.target.value as boolean })}
            />
          </Field>
        </div>
      )}
    </section>
  );
}
