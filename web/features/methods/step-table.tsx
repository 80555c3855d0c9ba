import { Icon } from '../../ui/icon.tsx';
import type { Method, StepRow } from './methods-api.ts';

/** Each step: who, what is filled in, how long, what happens when late, what everybody sees. */
export function StepTable({ method }: { method: Method }) {
  const open = new Set(method.inferred.flatMap((one) => one.paths));
  const mains = method.stepRows.filter((row) => row.main);
  const asides = method.stepRows.filter((row) => !row.main && (row.who || row.limit || row.fills));
  return (
    <section className="card step-table">
      <table className="t">
        <caption className="sr">{method.name.zh}的步骤</caption>
        <thead>
          <tr>
            <th className="step-col">步骤</th>
            <th className="who-col">谁</th>
            <th>填什么</th>
            <th className="limit-col">时限</th>
            <th className="late-col">逾期时</th>
            <th className="shows-col">
              <Icon name="globe" size="xs" /> 公众看得到
            </th>
          </tr>
        </thead>
        <tbody>
          {mains.map((row) => (
            <Row key={row.id} row={row} open={open} />
          ))}
          {asides.map((row) => (
            <Row key={row.id} row={row} open={open} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, open }: { row: StepRow; open: Set<string> }) {
  const limitIsOpen = open.has('*.within') || open.has(`${row.id}.within`) || open.has(row.id);
  const lateIsOpen = open.has('*.late') || open.has(`${row.id}.late`);
  return (
    <tr className={row.main ? undefined : 'aside-row'}>
      <th scope="row">
        {row.main ? <span className="disc">{row.position + 1}</span> : <span className="disc none">旁</span>}
        <b className={open.has(row.id) ? 'open-text' : undefined}>{row.label.zh}</b>
      </th>
      <td>
        <Words text={row.who || '自动'} isOpen={open.has(`${row.id}.by`)} />
      </td>
      <td>{row.fills || <Nothing />}</td>
      <td>{row.limit ? <Words text={row.limit} isOpen={limitIsOpen} /> : row.who ? '随时' : <Nothing />}</td>
      <td className="mute">{row.late ? <Words text={row.late} isOpen={lateIsOpen} isQuiet /> : <Nothing />}</td>
      <td>{row.shows || <Nothing />}</td>
    </tr>
  );
}

function Words({ text, isOpen, isQuiet }: { text: string; isOpen: boolean; isQuiet?: boolean }) {
  if (!isOpen) return text;
  return <span className={isQuiet ? 'open-text quiet' : 'open-text'}>{text}</span>;
}

function Nothing() {
  return <span className="faint">—</span>;
}
