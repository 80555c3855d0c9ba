import { useState, type ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';

export type Table = { head: string[]; rows: (string | number)[][] };

/** A chart, what it says in one sentence, and the same figures as a table. */
export function ChartCard({
  title,
  sentence,
  table,
  children,
}: {
  title: string;
  sentence: string;
  table: Table;
  children: ReactNode;
}) {
  const [isTable, showTable] = useState(false);
  return (
    <section className="card chart">
      <h2>
        {title}
        <span className="r">
          <button type="button" className="plain link" aria-pressed={isTable} onClick={() => showTable(!isTable)}>
            <Icon name={isTable ? 'chart' : 'columns'} size="xs" /> {isTable ? '看图' : '看表'}
          </button>
        </span>
      </h2>
      <p className="sm chart-sentence">{sentence}</p>
      {isTable ? <Cells table={table} name={title} /> : <div className="chart-body">{children}</div>}
    </section>
  );
}

function Cells({ table, name }: { table: Table; name: string }) {
  return (
    <table className="chart-table">
      <caption className="sr">{name}</caption>
      <thead>
        <tr>
          {table.head.map((cell) => (
            <th key={cell}>{cell}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row[0]}>
            {row.map((cell, at) => (at === 0 ? <th key={at}>{cell}</th> : <td key={at}>{cell}</td>))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
