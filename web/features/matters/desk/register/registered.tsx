import { App, Button } from 'antd';
import { Link } from 'react-router';
import type { MatterReceipt } from '#contract/matters';
import { copyText } from '../../../../lib/desk/clipboard.ts';
import { Icon } from '../../../../ui/icon.tsx';
import { DueTag } from '../../../../ui/desk/tag.tsx';

/** It is registered: what to tell the resident, and what to do next. */
export function Registered({ receipt, onAnother }: { receipt: MatterReceipt; onAnother: () => void }) {
  const { message } = App.useApp();
  const address = new URL(`/t/${receipt.traceCode}`, location.origin).href;
  const words = `您反映的“${receipt.title}”已登记，编号 ${receipt.number}，现在到“${receipt.step.label.zh}”。随时看进度：${address}`;
  const copy = async (): Promise<void> => {
    if (await copyText(words)) void message.success('已复制，可以发给居民');
  };
  return (
    <section className="card registered">
      <h1>
        <Icon name="check" size="m" /> 登记好了
      </h1>
      <p className="number">{receipt.number}</p>
      <p>{receipt.title}</p>
      <p className="row">
        现在到“{receipt.step.label.zh}”
        <DueTag state={receipt.dueState} text={receipt.dueText} ended={receipt.status !== 'open'} />
      </p>
      <blockquote>{words}</blockquote>
      <div className="row">
        <Button icon={<Icon name="copy" size="xs" />} onClick={() => void copy()}>
          复制给居民的话
        </Button>
        <Link className="ant-btn-like" to={`/print/slip/${receipt.areaId}/${receipt.number}`} target="_blank">
          打印办理单
        </Link>
        <Link className="ant-btn-like" to={`/matters?open=${receipt.areaId}/${receipt.number}`}>
          {receipt.actions.some((action) => action.kind === 'action') ? '接着办' : '打开看看'}
        </Link>
        <span className="sp" />
        <Button type="primary" autoFocus onClick={onAnother}>
          再登记一件
        </Button>
      </div>
    </section>
  );
}
