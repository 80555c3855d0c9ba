import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { MatterCard } from '#contract/matters';
import { copyText } from '../../../../lib/desk/clipboard.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import type { Counts } from '../matters-api.ts';
import { drawBriefing } from './briefing-picture.ts';
import { briefingLines } from './briefing-text.ts';

type Props = { counts: Counts | undefined; late: MatterCard[]; today: MatterCard[] };

/** The day in words, as a picture and on paper: for the group, for the wall by the door. */
export function Briefing({ counts, late, today }: Props) {
  const { area, now } = useSession();
  const { message } = App.useApp();
  const [picture, setPicture] = useState<string | null>(null);
  if (!counts) return null;
  const lines = briefingLines({ areaName: area.name, now: now(), counts, late, today });
  const copy = async (): Promise<void> => {
    if (await copyText(lines.join('\n'))) void message.success('简报已复制，去群里粘贴');
  };
  return (
    <div className="row no-print">
      <Button size="small" icon={<Icon name="copy" size="xs" />} onClick={() => void copy()}>
        今日简报：复制文字
      </Button>
      <Button size="small" icon={<Icon name="image" size="xs" />} onClick={() => setPicture(drawBriefing(lines))}>
        出图
      </Button>
      <Button size="small" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
        打印
      </Button>
      <Modal
        open={picture !== null}
        onCancel={() => setPicture(null)}
        title="今日简报"
        width={520}
        footer={
          <a className="ant-btn-like m" href={picture ?? ''} download={`${lines[0] ?? '今日简报'}.png`}>
            存下这张图
          </a>
        }
      >
        {picture && <img className="briefing" src={picture} alt={lines.join('\n')} />}
        <p className="mute sm">手机上长按、电脑上右键也能存。图里没有居民姓名和电话。</p>
      </Modal>
    </div>
  );
}
