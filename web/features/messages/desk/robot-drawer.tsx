import { useState } from 'react';
import { Checkbox, Input, Select } from 'antd';
import type { Area } from '#contract/areas';
import type { RobotKind, RobotTell } from '#contract/messages/robots';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Field, SideForm } from '../../accounts/desk/side-form.tsx';
import { useRobotChange, type RobotList } from './robots-api.ts';

type Props = { area: Area; words: RobotList; onClose: () => void };

/** Adds the robot of a staff group, its address as the group shows it and its secret when it is signed; or a mailbox. */
export function RobotDrawer({ area, words, onClose }: Props) {
  const [kind, setKind] = useState<RobotKind>('wecom');
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [secret, setSecret] = useState('');
  const [tells, setTells] = useState<RobotTell[]>(['waits', 'late']);
  const add = useRobotChange(area);
  const hasSecret = kind === 'dingtalk' || kind === 'feishu';
  return (
    <SideForm
      title="接一个群机器人或邮箱"
      verb="接上"
      hint="网址、邮箱和密钥封存起来，以后谁也看不到"
      isReady={Boolean(name.trim() && address.trim()) && tells.length > 0}
      isSending={add.isPending}
      refused={refusedOf(add.error)}
      onClose={onClose}
      onSend={() =>
        add.mutate({ body: { kind, name, address, secret: hasSecret ? secret : '', tells } }, { onSuccess: onClose })
      }
    >
      <Field id="robot-kind" label="哪一种">
        <Select id="robot-kind" options={words.kinds} value={kind} onChange={setKind} />
      </Field>
      <Field id="robot-name" label={kind === 'mail' ? '谁的邮箱' : '哪个群'}>
        <Input
          id="robot-name"
          autoComplete="off"
          maxLength={40}
          placeholder={kind === 'mail' ? '比如 社区值班室' : '比如 网格员工作群'}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field id="robot-address" label={kind === 'mail' ? '邮箱地址' : '机器人的网址（Webhook）'}>
        <Input
          id="robot-address"
          autoComplete="off"
          maxLength={500}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </Field>
      {hasSecret && (
        <Field id="robot-secret" label="加签密钥（群里设了才填）">
          <Input
            id="robot-secret"
            autoComplete="off"
            maxLength={200}
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        </Field>
      )}
      <Field id="robot-tells" label="什么时候说一声">
        <Checkbox.Group options={words.tells} value={tells} onChange={(chosen) => setTells(chosen as RobotTell[])} />
      </Field>
    </SideForm>
  );
}
