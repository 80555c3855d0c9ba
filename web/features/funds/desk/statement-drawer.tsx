import { useRef, useState } from 'react';
import { App, Button, Drawer } from 'antd';
import { formatFen } from '#shared/money';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useStatement, useWrongRows, type FundPage, type StatementCheck } from './funds-api.ts';

/** Takes a statement of the bank in: chosen, looked at, then taken in whole. */
export function StatementDrawer({ fund, onClose }: { fund: FundPage; onClose: () => void }) {
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const check = useStatement(fund, 'check');
  const take = useStatement(fund, 'import');
  const refused = refusedOf(take.error ?? check.error);
  const seen = check.data;
  const choose = (chosen: File): void => {
    setFile(chosen);
    take.reset();
    check.mutate(chosen);
  };
  const save = (): void => {
    if (!file) return;
    take.mutate(file, {
      onSuccess: ({ added }) => {
        void message.success(added > 0 ? `导入了 ${added} 行` : '这些流水都已经有了，什么也没有变');
        onClose();
      },
    });
  };
  const ready = seen !== undefined && seen.problems.length === 0 && !check.isPending;
  return (
    <Drawer
      open
      size={760}
      mask={false}
      onClose={onClose}
      title="导入银行流水"
      footer={
        <div className="funds-foot">
          {refused && <Note tone="late">{refused.detail}</Note>}
          <div className="row">
            <span className="sp sm mute">先看一遍，什么都还没有改；同一份导入两次也不会重复</span>
            <Button type="primary" disabled={!ready} loading={take.isPending} onClick={save}>
              {seen && ready ? `导入 ${seen.added} 行` : '导入'}
            </Button>
          </div>
        </div>
      }
    >
      <Chooser isReading={check.isPending} name={file?.name ?? null} onChoose={choose} />
      {seen && file && <Found fund={fund} file={file} seen={seen} />}
    </Drawer>
  );
}

function Chooser({
  isReading,
  name,
  onChoose,
}: {
  isReading: boolean;
  name: string | null;
  onChoose: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      className="statement-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) onChoose(file);
      }}
    >
      <p>
        从网银导出的账户明细，Excel（.xlsx）或
        CSV。列的先后没有关系，表头认得就行：日期、摘要、对方户名、收入和支出（或借方、贷方）、余额、流水号。
      </p>
      <input
        ref={input}
        className="sr"
        type="file"
        aria-label="选银行流水文件"
        accept=".xlsx,.csv,.txt"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onChoose(file);
          event.target.value = '';
        }}
      />
      <Button icon={<Icon name="upload" size="xs" />} loading={isReading} onClick={() => input.current?.click()}>
        {name ? '换一个文件' : '选文件，或者拖到这里'}
      </Button>
      {name && <span className="sm"> {name}</span>}
    </div>
  );
}

function Found({ fund, file, seen }: { fund: FundPage; file: File; seen: StatementCheck }) {
  return (
    <div className="statement" aria-live="polite">
      <p>
        {seen.from && `${seen.from} 至 ${seen.to}，`}共 {seen.rows} 行：新的 <b>{seen.added}</b> 行（收入{' '}
        {formatFen(seen.income)} 元，支出 {formatFen(seen.expense)} 元），以前导入过 {seen.known} 行。
      </p>
      {seen.unknown.length > 0 && <p className="sm mute">这些列不认识，不导入：{seen.unknown.join('、')}。</p>}
      {seen.problems.length > 0 ? <Problems fund={fund} file={file} seen={seen} /> : <Preview seen={seen} />}
    </div>
  );
}

function Problems({ fund, file, seen }: { fund: FundPage; file: File; seen: StatementCheck }) {
  const rows = useWrongRows(fund);
  const refused = refusedOf(rows.error);
  return (
    <>
      <Note tone="late">有 {seen.problems.length} 行不对，整份都不导入。请从网银重新导出，不要改动。</Note>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <p className="row">
        <Button
          icon={<Icon name="excel" size="xs" />}
          loading={rows.isPending}
          onClick={() => rows.mutate(file)}
        >{`下载有问题的 ${seen.problems.length} 行`}</Button>
        <span className="sm mute">还是银行的原样，最后一列写着原因，可以拿去问银行</span>
      </p>
      <table className="t">
        <caption className="sr">有问题的行</caption>
        <thead>
          <tr>
            <th className="w-at">第几行</th>
            <th>错误原因</th>
          </tr>
        </thead>
        <tbody>
          {seen.problems.map(({ at, problem }) => (
            <tr key={`${at}${problem}`}>
              <td>{at}</td>
              <td className="wrap">{problem}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Preview({ seen }: { seen: StatementCheck }) {
  return (
    <table className="t">
      <caption className="sr">这份流水</caption>
      <thead>
        <tr>
          <th className="w-day">日期</th>
          <th>摘要、对方</th>
          <th className="w-fen">收支（元）</th>
          <th className="w-fen">余额</th>
          <th className="w-at">新旧</th>
        </tr>
      </thead>
      <tbody>
        {seen.lines.map((line) => (
          <tr key={line.serial} className={line.known ? 'stale' : undefined}>
            <td>{line.day}</td>
            <td>
              <div className="a">{line.memo}</div>
              <div className="z">
                {line.party} {line.serial}
              </div>
            </td>
            <td className="fen">{formatFen(line.amount)}</td>
            <td className="fen mute">{formatFen(line.balance)}</td>
            <td className="sm">{line.known ? '有了' : '新的'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
