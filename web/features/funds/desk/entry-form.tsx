import { useState } from 'react';
import { App, Button, Drawer } from 'antd';
import { shanghaiDate } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { AskedFields, knownValues, sentValues, type Values } from '../../matters/desk/fields/asked-fields.tsx';
import { useFundDoing, type KeptPart, type WhichFund } from './months-api.ts';
import '../../matters/desk/detail/detail.css';

type Props = {
  which: WhichFund & { place: string };
  part: string;
  page: KeptPart['page'];
  title: string;
  onClose: () => void;
};

/** What is known before anything is typed: whose fund it is, and today. */
function begun(fields: KeptPart['page']['fields'], place: string, today: string): Values {
  const [first] = fields;
  const day = fields.find(({ type }) => type === 'date');
  return {
    ...(first?.type === 'text' ? { [first.id]: place } : {}),
    ...(day ? { [day.id]: today } : {}),
    ...knownValues(fields),
  };
}

/** Enters a record of a register with the rights one has in the fund. What was typed stays when it is refused. */
export function EntryForm({ which, part, page, title, onClose }: Props) {
  const { message } = App.useApp();
  const { now } = useSession();
  const [values, setValues] = useState<Values>(() => begun(page.fields, which.place, shanghaiDate(now())));
  const doing = useFundDoing(which);
  const refused = refusedOf(doing.error);
  const submit = (): void =>
    doing.mutate(
      { act: `supervision/${part}`, body: { form: sentValues(page.fields, values, {}) } },
      {
        onSuccess: () => {
          void message.success('登记好了');
          onClose();
        },
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
        <div className="month-foot">
          {refused && <Note tone="late">{refused.detail}</Note>}
          <p className="row">
            <Button type="primary" loading={doing.isPending} onClick={submit}>
              登记
            </Button>
            <Button onClick={onClose}>不做了</Button>
          </p>
        </div>
      }
    >
      <AskedFields
        fields={page.fields}
        values={values}
        known={{}}
        problems={refused?.fields ?? {}}
        areaId={which.areaId}
        prefix={`supervision-${part}`}
        onChange={setValues}
      />
    </Drawer>
  );
}
