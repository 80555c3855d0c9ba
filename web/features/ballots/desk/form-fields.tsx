import { DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { addDays, shanghaiDate } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { areaName, grouping } from '../ballot-words.ts';
import type { BallotForm } from './ballot-form.ts';
import { useElectorate, type BallotWords } from './ballots-api.ts';

type Parts = { form: BallotForm; words: BallotWords; set: (changes: Partial<BallotForm>) => void };

/** The form of a ballot, from what is asked down to its last day. */
export function FormFields(parts: Parts) {
  return (
    <div>
      <Asked {...parts} />
      <Who {...parts} />
      <How {...parts} />
    </div>
  );
}

function Asked({ form, set }: Parts) {
  return (
    <section className="card">
      <h2>问什么</h2>
      <div className="ballot-fields">
        <label htmlFor="ballot-title">标题</label>
        <Input
          id="ballot-title"
          maxLength={80}
          placeholder="例如：用公共收益更换二次供水泵"
          value={form.title}
          onChange={(event) => set({ title: event.target.value })}
        />
        <label htmlFor="ballot-question">问题，大家照着这句话投（可不填，不填就用标题）</label>
        <Input.TextArea
          id="ballot-question"
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          placeholder="例如：您同意用公共收益 8.6 万元更换两台二次供水泵吗"
          value={form.question}
          onChange={(event) => set({ question: event.target.value })}
        />
        <Radio.Group
          aria-label="怎么选"
          value={form.kind}
          onChange={(event) => set({ kind: event.target.value as BallotForm['kind'] })}
          options={[
            { value: 'yes-no', label: '同意、不同意、弃权' },
            { value: 'choose', label: '从几个里选' },
          ]}
        />
        {form.kind === 'choose' && (
          <>
            <label htmlFor="ballot-choices">候选，一行一个（“以上都不选”会自动加上）</label>
            <Input.TextArea
              id="ballot-choices"
              autoSize={{ minRows: 3, maxRows: 12 }}
              value={form.choices}
              onChange={(event) => set({ choices: event.target.value })}
            />
            <label htmlFor="ballot-pick">每票最多选几个</label>
            <InputNumber
              id="ballot-pick"
              min={1}
              max={60}
              precision={0}
              value={form.pick}
              onChange={(pick) => set({ pick: pick ?? 1 })}
            />
          </>
        )}
      </div>
    </section>
  );
}

function Who({ form, words, set }: Parts) {
  const chosen = words.electorates.find(({ id }) => id === form.electorate);
  const least = words.rules.find(({ id }) => id === chosen?.atLeast);
  const rule = words.rules.find(({ id }) => id === form.rule);
  return (
    <section className="card">
      <h2>谁来投，怎么算</h2>
      <div className="ballot-fields">
        <label htmlFor="ballot-electorate">谁来投</label>
        <Select
          id="ballot-electorate"
          value={form.electorate || null}
          options={words.electorates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(electorate: string) => {
            const atLeast = words.electorates.find(({ id }) => id === electorate)?.atLeast;
            set({ electorate, ...(atLeast ? { rule: atLeast } : {}) });
          }}
        />
        {words.estates.length > 0 && (
          <>
            <label htmlFor="ballot-estate">哪个小区</label>
            <Select
              id="ballot-estate"
              value={form.estateId ?? ''}
              options={[
                { value: '', label: '全社区' },
                ...words.estates.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(id: string) => set({ estateId: id || null })}
            />
          </>
        )}
        <Found electorate={form.electorate} estateId={form.estateId} />
        <label htmlFor="ballot-rule">规则</label>
        <Select
          id="ballot-rule"
          value={form.rule || null}
          options={words.rules.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(one: string) => set({ rule: one })}
        />
        {rule && (
          <ul className="rule-words">
            {rule.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {rule.legal && <li className="mute">这是法律规定的最低要求，可以定得更高，不能更低。</li>}
          </ul>
        )}
        {chosen && least && least.id !== form.rule && (
          <p className="due-text sm">
            {chosen.name}表决，法律至少要求“{least.name}”。比它低的规则存不进去。
          </p>
        )}
      </div>
    </section>
  );
}

/** Whom the chosen electorate finds in the registers now; it is fixed when the ballot opens. */
function Found({ electorate, estateId }: Pick<BallotForm, 'electorate' | 'estateId'>) {
  const { area } = useSession();
  const found = useElectorate(area.id, electorate, estateId);
  const refused = refusedOf(found.error);
  if (refused) return <Note tone="due">{refused.detail}</Note>;
  if (!found.data) return null;
  const { electors, persons, byPhone } = found.data;
  if (electors === 0) return <Note tone="due">名册上还没有人。先登记名册，再回来开始表决。</Note>;
  return (
    <p className="ok-text sm">
      现在名册上有 {grouping(electors)} 票{persons < electors && `，按人算 ${grouping(persons)} 位`}
      {found.data.area > 0 && `，${areaName(found.data.area)}`}。能在手机上投的 {grouping(byPhone)} 票，其余{' '}
      {grouping(electors - byPhone)} 票要送纸票。
    </p>
  );
}

function How({ form, set }: Parts) {
  const { now } = useSession();
  return (
    <section className="card">
      <h2>怎么投</h2>
      <div className="ballot-fields">
        <Radio.Group
          aria-label="记名还是无记名"
          value={form.secret}
          onChange={(event) => set({ secret: event.target.value as boolean })}
          options={[
            { value: false, label: '记名，结束后公布每一户投了什么' },
            { value: true, label: '无记名，谁投了什么查不出来' },
          ]}
        />
        <Radio.Group
          aria-label="投了能不能改"
          disabled={form.secret}
          value={form.changeable && !form.secret}
          onChange={(event) => set({ changeable: event.target.value as boolean })}
          options={[
            { value: true, label: '截止前可以改' },
            { value: false, label: '投了不能改' },
          ]}
        />
        <label htmlFor="ballot-paper">同一户纸质票和手机票都投了，算哪一张</label>
        <Select
          id="ballot-paper"
          value={form.paperRule}
          options={[
            { value: 'paper', label: '算纸质票' },
            { value: 'first', label: '算先投的' },
            { value: 'last', label: '算后投的' },
          ]}
          onChange={(paperRule: BallotForm['paperRule']) => set({ paperRule })}
        />
        <label htmlFor="ballot-proxies">一个人最多受几户书面委托（0 是不许委托）</label>
        <InputNumber
          id="ballot-proxies"
          min={0}
          max={20}
          precision={0}
          value={form.proxiesMost}
          onChange={(proxiesMost) => set({ proxiesMost: proxiesMost ?? 0 })}
        />
        <label htmlFor="ballot-last">投到哪天 24:00</label>
        <DatePicker
          id="ballot-last"
          allowClear={false}
          value={dayjs(form.lastDay)}
          minDate={dayjs(addDays(shanghaiDate(now()), 1))}
          onChange={(day) => day && set({ lastDay: day.format('YYYY-MM-DD') })}
        />
      </div>
    </section>
  );
}
