import { useState } from 'react';
import { App, Button, Drawer } from 'antd';
import type { AskedField } from '#contract/matters';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { AskedFields, knownValues, sentValues, type Values } from '../../matters/desk/fields/asked-fields.tsx';
import { useDoing } from './registers-api.ts';

type Props = {
  areaId: string;
  register: string;
  title: string;
  fields: AskedField[];
  /** What the record holds, for conditions of fields. */
  known: Values;
  doing: { id: string | null; act: string; version: number | null };
  word: string;
  onClose: () => void;
  onDone: (id: string) => void;
};

/** One form over the record: entering it, correcting it, or what a move asks. What was typed stays when it is refused. */
export function RecordForm({ areaId, register, title, fields, known, doing, word, onClose, onDone }: Props) {
  const { message } = App.useApp();
  const [values, setValues] = useState<Values>(() => knownValues(fields));
  const [key, setKey] = useState(newKey);
  const act = useDoing(areaId, register, doing.id);
  const refused = refusedOf(act.error);
  const submit = (): void =>
    act.mutate(
      {
        act: doing.act,
        key,
        body: {
          form: sentValues(fields, values, known),
          ...(doing.version === null ? {} : { version: doing.version }),
        },
      },
      {
        onSuccess: ({ id }) => {
          void message.success(`${word}好了`);
          onDone(id);
        },
        onError: () => setKey(newKey()),
      },
    );
  return (
    <Drawer
      open
      size={460}
      mask={false}
      onClose={onClose}
      title={title}
      footer={
        <div className="register-foot">
          {refused && <Note tone="late">{refused.detail}</Note>}
          <div className="row">
            <span className="sp" />
            <Button onClick={onClose}>不做了</Button>
            <Button type="primary" loading={act.isPending} onClick={submit}>
              {word}
            </Button>
          </div>
        </div>
      }
    >
      <AskedFields
        fields={fields}
        values={values}
        known={known}
        problems={refused?.fields ?? {}}
        areaId={areaId}
        prefix={`record-${doing.id ?? 'new'}`}
        onChange={setValues}
      />
    </Drawer>
  );
}
