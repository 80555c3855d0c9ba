import { useState } from 'react';
import { App, Button, Drawer, Input, InputNumber, Select } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { PersonConflict } from './person-conflict.tsx';
import { usePeopleChange, type MaskedPerson } from './people-api.ts';
import { changeOf, newPersonOf, startOf, type PersonFields } from './person-fields.ts';

type Props = { areaId: string; householdId: string; person: MaskedPerson | null; onClose: () => void };

/** Adds a resident to a household, or changes what is kept; when somebody saved first, both sides are shown. */
export function PersonForm({ areaId, householdId, person, onClose }: Props) {
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [fields, setFields] = useState<PersonFields>(() => startOf(person));
  const [version, setVersion] = useState(person?.version ?? 1);
  const save = usePeopleChange((left?: boolean) =>
    person
      ? send<MaskedPerson>(`areas/${areaId}/people/${person.id}`, {
          method: 'PATCH',
          body: { ...changeOf(person, fields), ...(left ? { left } : {}), version },
        })
      : send<MaskedPerson>(`areas/${areaId}/people`, { body: newPersonOf(householdId, fields), key }),
  );
  const refused = refusedOf(save.error);
  const isConflict = refused?.code === 'person.changed';
  const submit = (left?: boolean): void =>
    save.mutate(left, {
      onSuccess: () => {
        void message.success(left ? '已记下不在这里住' : '已保存');
        onClose();
      },
    });
  return (
    <Drawer
      open
      size={480}
      mask={false}
      onClose={onClose}
      title={person ? `修改 ${person.name} 的登记` : '加一人'}
      footer={
        <div className="people-foot">
          {refused && !isConflict && <Note tone="late">{refused.detail}</Note>}
          <div className="row">
            {person && (
              <Button type="text" onClick={() => submit(true)}>
                已不在这里住
              </Button>
            )}
            <span className="sp" />
            <Button
              type="primary"
              loading={save.isPending}
              disabled={!person && fields.name.trim() === ''}
              onClick={() => submit()}
            >
              {isConflict ? '按我的再保存' : '保存'}
            </Button>
          </div>
        </div>
      }
    >
      {isConflict && refused && <PersonConflict refused={refused} onSeen={setVersion} />}
      <Fields fields={fields} person={person} problems={refused?.fields ?? {}} onChange={setFields} />
    </Drawer>
  );
}

type FieldsProps = {
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

function Fields({ fields, person, problems, onChange }: FieldsProps) {
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
