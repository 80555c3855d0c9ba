import { Input, Select } from 'antd';
import type { RegisterPage } from '#contract/registers';
import type { ListAsked } from './registers-api.ts';

type Props = {
  page: RegisterPage;
  asked: ListAsked;
  onAsk: (changes: Record<string, string | null>) => void;
};

/** What the list is asked for: words, a state, a word of one field, those withdrawn. */
export function QueryBar({ page, asked, onAsk }: Props) {
  const [field, word] = (asked.where ?? '').split(/:(.*)/s);
  const isAsked = Object.values(asked).some((value) => value !== undefined);
  return (
    <div className="register-query" role="search">
      <Input
        defaultValue={asked.q ?? ''}
        placeholder="名称、内容；姓名要写全"
        aria-label="找一条"
        style={{ width: 240 }}
        onPressEnter={({ currentTarget }) => onAsk({ q: currentTarget.value.trim() })}
      />
      {page.states.length > 0 && (
        <Select
          allowClear
          aria-label="状态"
          placeholder="状态"
          style={{ width: 150 }}
          value={asked.state ?? null}
          options={page.states.map(({ id, label }) => ({ value: id, label }))}
          onChange={(state) => onAsk({ state: state ?? null })}
        />
      )}
      {page.filters.map((one) => (
        <Select
          key={one.id}
          allowClear
          aria-label={one.label}
          placeholder={one.label}
          style={{ width: 150 }}
          value={field === one.id ? (word ?? null) : null}
          options={one.words.map((value) => ({ value, label: value }))}
          onChange={(value) => onAsk({ where: value ? `${one.id}:${value}` : null })}
        />
      ))}
      <Select
        aria-label="在册或撤下"
        style={{ width: 110 }}
        value={asked.closed ?? ''}
        options={[
          { value: '', label: '在册的' },
          { value: 'true', label: '撤下的' },
        ]}
        onChange={(closed) => onAsk({ closed })}
      />
      {isAsked && (
        <button
          type="button"
          className="plain link"
          onClick={() => onAsk({ q: null, state: null, where: null, count: null, part: null, due: null, closed: null })}
        >
          看全部
        </button>
      )}
    </div>
  );
}
