import { Input, InputNumber, Select, Space } from 'antd';
import type { Setting } from '../methods-api.ts';
import { valueWords } from './settings.ts';
import { readTime, timeUnits, writeTime, type TimeUnit } from './time-value.ts';

type Props = { setting: Setting; value: unknown; problem: string | null; onChange: (value: unknown) => void };

const list = (value: unknown): string[] => [value ?? []].flat().map(String);
const fenPerYuan = 100;

/** One value an area may set, with its own control, what the library says, and what is wrong with it. */
export function SettingField(props: Props) {
  const { setting, value, problem } = props;
  const id = `setting-${setting.path}`;
  const isChanged = JSON.stringify(value) !== JSON.stringify(setting.original);
  return (
    <div className={`setting ${setting.kind}`}>
      <label htmlFor={id}>{setting.label}</label>
      <Control {...props} id={id} />
      {isChanged && (
        <p className="xs mute">
          原为 {valueWords(setting, setting.original)}
          <button type="button" className="plain fig" onClick={() => props.onChange(setting.original)}>
            改回
          </button>
        </p>
      )}
      {problem && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  );
}

function Control({ setting, value, problem, onChange, id }: Props & { id: string }) {
  const status = problem ? ({ status: 'error', 'aria-describedby': `${id}-problem` } as const) : {};
  switch (setting.kind) {
    case 'time':
      return <TimeControl id={id} value={value} onChange={onChange} status={status} label={setting.label} />;
    case 'words':
      return (
        <Select
          id={id}
          mode="tags"
          open={false}
          suffixIcon={null}
          value={list(value)}
          onChange={onChange}
          tokenSeparators={['、', '，', ',']}
          {...status}
        />
      );
    case 'actors':
      return (
        <Select
          id={id}
          mode="multiple"
          value={list(value)}
          options={setting.choices ?? []}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onChange}
          {...status}
        />
      );
    case 'choice':
      return <Select id={id} value={String(value)} options={setting.choices ?? []} onChange={onChange} {...status} />;
    case 'yesno':
      return <Select id={id} value={value === true} options={yesNo} onChange={onChange} {...status} />;
    case 'money':
      return (
        <InputNumber
          id={id}
          min={0}
          precision={2}
          suffix="元"
          value={Number(value) / fenPerYuan}
          onChange={(yuan) => onChange(Math.round((yuan ?? 0) * fenPerYuan))}
          {...status}
        />
      );
    case 'percent':
      return <InputNumber id={id} min={0} max={100} suffix="%" value={Number(value)} onChange={onChange} {...status} />;
    case 'count':
      return (
        <InputNumber
          id={id}
          min={1}
          max={99}
          precision={0}
          suffix="次"
          value={Number(value)}
          onChange={(count) => onChange(count ?? setting.original)}
          {...status}
        />
      );
    default:
      return (
        <Input id={id} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} {...status} />
      );
  }
}

const yesNo = [
  { value: true, label: '是' },
  { value: false, label: '否' },
];
const unitOptions = Object.entries(timeUnits).map(([value, label]) => ({ value, label }));

type TimeProps = { id: string; value: unknown; label: string; onChange: (value: unknown) => void; status: object };

function TimeControl({ id, value, label, onChange, status }: TimeProps) {
  const time = readTime(value);
  if (!time)
    return <Input id={id} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} {...status} />;
  return (
    <Space.Compact>
      <InputNumber
        id={id}
        min={1}
        max={999}
        precision={0}
        value={time.count}
        onChange={(count) => onChange(writeTime({ ...time, count: count ?? 1 }))}
        {...status}
      />
      <Select
        aria-label={`${label}的单位`}
        value={time.unit}
        options={unitOptions}
        onChange={(unit: TimeUnit) => onChange(writeTime({ ...time, unit }))}
      />
    </Space.Compact>
  );
}
