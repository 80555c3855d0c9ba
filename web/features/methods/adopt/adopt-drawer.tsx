import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { useSettled } from '../../../lib/desk/settled.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { usePreview, type Adoption, type Method, type Preview, type Setting, type TakenFrom } from '../methods-api.ts';
import { AdoptFoot } from './adopt-foot.tsx';
import { SettingField } from './setting-field.tsx';
import { changedSettings, otherProblems, problemOf, settingGroups, type Values } from './settings.ts';

const settleMs = 350;
type Props = { method: Method; taken: TakenFrom | null; onClose: () => void };

/** Adopting a method, copied and changed where it may be: checked while one types, told in plain words what changes. */
export function AdoptDrawer({ method, taken, onClose }: Props) {
  const { area } = useSession();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [values, setValues] = useState<Values>(taken?.values ?? {});
  const adoption: Adoption = {
    method: method.id,
    settings: changedSettings(method.settable, values),
    ...(taken ? { from: taken.areaId } : {}),
  };
  const settled = useSettled(JSON.stringify(adoption), settleMs);
  const preview = usePreview(area.id, JSON.parse(settled) as Adoption, true);
  const adopt = useMutation({
    mutationFn: () => send(`areas/${area.id}/adoptions`, { body: adoption, key }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['methods'] });
      void message.success(`${area.name}从现在起按这一版办新的事`);
      onClose();
    },
  });
  const problems = preview.data?.problems ?? [];
  const isChecked = settled === JSON.stringify(adoption) && !preview.isFetching;
  const set = (path: string, value: unknown): void => setValues({ ...values, [path]: value });
  return (
    <Drawer
      open
      size={560}
      mask={false}
      onClose={onClose}
      title={method.adopted ? `复制并修改“${method.name.zh}”` : `采用“${method.name.zh}”`}
      footer={
        <AdoptFoot
          refused={refusedOf(adopt.error)?.detail ?? refusedOf(preview.error)?.detail}
          preview={preview.data}
          button={
            <Button
              type="primary"
              disabled={!isChecked || problems.length > 0 || preview.isError}
              loading={adopt.isPending}
              onClick={() => adopt.mutate()}
            >
              {method.adopted ? '改用这一版' : '采用'}
            </Button>
          }
        />
      }
    >
      {taken && <Note tone="info">已带出{taken.name}的改法，看过再定。</Note>}
      {otherProblems(problems, method.settable).map((one) => (
        <Note key={one.path + one.zh} tone="late">
          {one.zh}
        </Note>
      ))}
      <SettingForm settable={method.settable} values={values} problems={problems} onSet={set} />
      <p className="xs mute fixed-note">步骤和次序来自原文，不在这里改。没有列出的地方照原样。</p>
    </Drawer>
  );
}

type FormProps = {
  settable: Setting[];
  values: Values;
  problems: Preview['problems'];
  onSet: (path: string, value: unknown) => void;
};

function SettingForm({ settable, values, problems, onSet }: FormProps) {
  return settingGroups.map(({ title, kinds }) => {
    const here = settable.filter((one) => kinds.includes(one.kind));
    if (here.length === 0) return null;
    return (
      <fieldset key={title} className={`setting-group ${kinds[0] ?? ''}`}>
        <legend>{title}</legend>
        {here.map((one) => (
          <SettingField
            key={one.path}
            setting={one}
            value={one.path in values ? values[one.path] : one.value}
            problem={problemOf(problems, one.path)}
            onChange={(value) => onSet(one.path, value)}
          />
        ))}
      </fieldset>
    );
  });
}
