import { Input, InputNumber, Select } from 'antd';
import type { MaskedPerson } from './people-api.ts';
import type { PersonFields } from './person-fields.ts';

type Props = {
  fields: PersonFields;
  person: MaskedPerson | null;
  problems: Record<string, string>;
  onChange: (fields: PersonFields) => void;
};

const genders = [
  { value: '男', label: '男' },
  { value: '女', label: '女' },
];
const commonTags = ['独居老人', '高龄老人', '残疾人', '低保户', '党员', '退役军人', '志愿者'].map((value) => ({
  value,
}));

/** What is asked of a resident; a sealed field left empty stays as it is. */
export function PersonInputs({ fields, person, problems, onChange }: Props) {
  const set = (changes: Partial<PersonFields>): void => onChange({ ...fields, ...changes });
  const text = (id: 'name' | 'phone' | 'idNumber', label: string, kept: string | null) => (
    <div className="people-field">
      <label htmlFor={`person-${id}`}>{label}</label>
      <Input
        id={`person-${id}`}
        autoComplete="off"
        value={fields[id]}
        placeholder={person && kept ? `${kept}，不改就空着` : ''}
        status={problems[id] ? 'error' : ''}
        onChange={(event) => set({ [id]: event.target.value })}
      />
      {problems[id] && <p className="problem">{problems[id]}</p>}
    </div>
  );
  return (
    <div className="people-fields">
      {text('name', '姓名', person?.name ?? null)}
      {text('phone', '电话（可不填）', person?.phone ?? null)}
      {text('idNumber', '身份证号（可不填）', person?.hasIdNumber ? '已登记' : null)}
      <div className="two">
        <div className="people-field">
          <label htmlFor="person-birth">出生年（可不填）</label>
          <InputNumber
            id="person-birth"
            min={1880}
            max={2200}
            controls={false}
            value={fields.birthYear}
            onChange={(birthYear) => set({ birthYear })}
          />
        </div>
        <div className="people-field">
          <label htmlFor="person-gender">性别（可不填）</label>
          <Select
            id="person-gender"
            allowClear
            value={fields.gender}
            options={genders}
            onChange={(gender) => set({ gender: gender ?? null })}
          />
        </div>
      </div>
      <div className="people-field">
        <label htmlFor="person-tags">标签（可不填）</label>
        <Select
          id="person-tags"
          mode="tags"
          value={fields.tags}
          options={commonTags}
          tokenSeparators={['、', '，', ',']}
          onChange={(tags: string[]) => set({ tags })}
        />
      </div>
      <div className="people-field">
        <label htmlFor="person-note">备注（可不填，仅有权的人查看并留痕）</label>
        <Input.TextArea
          id="person-note"
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={2000}
          placeholder={person?.hasNote ? '已有备注，不改就空着' : ''}
          value={fields.note}
          onChange={(event) => set({ note: event.target.value })}
        />
      </div>
    </div>
  );
}
