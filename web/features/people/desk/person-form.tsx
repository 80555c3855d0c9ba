import { useState } from 'react';
import { App, Button, Drawer } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { PersonInputs } from './person-inputs.tsx';
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
      <PersonInputs fields={fields} person={person} problems={refused?.fields ?? {}} onChange={setFields} />
    </Drawer>
  );
}
