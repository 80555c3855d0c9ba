import { Modal } from 'antd';

const keys: [string[], string][] = [
  [['/'], '搜索；↓ ↑ 选，↵ 打开'],
  [['C'], '登记一件事'],
  [['J', 'K'], '列表里下一件、上一件（也可用 ↓ ↑）'],
  [['↵'], '打开'],
  [['X'], '勾选'],
  [['Esc'], '关上；再按，取消勾选'],
  [['Ctrl', '↵'], '提交正在填的'],
  [['['], '收起、展开左边栏'],
  [['?'], '看这张表'],
];

/** The keys, small on purpose: none of them alone acts on a matter. */
export function KeyboardList({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title="键盘操作" width={420} destroyOnHidden>
      <dl className="keys">
        {keys.map(([caps, words]) => (
          <div key={words}>
            <dt>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mute sm">没有一个单键会动到事项，放心按。</p>
    </Modal>
  );
}
