import type { Page } from './blanks-api.ts';

/** The form as it will look: what was printed, what is filled for you, what is still to type. */
export function SheetPreview({ page }: { page: Page }) {
  return (
    <section className="card">
      <h2>
        填好是这个样子
        <span className="r legend">
          <i className="filled" />
          替您填的
          <i className="private" />
          个人信息，这里打码
        </span>
      </h2>
      <div className="sheet" tabIndex={0} role="region" aria-label="表的样子">
        <table>
          <tbody>
            {page.preview.map((row) => (
              <tr key={row.at}>
                <th scope="row">{row.at}</th>
                {row.cells.map((cell) => (
                  <td
                    key={cell.column}
                    colSpan={cell.across}
                    rowSpan={cell.down}
                    className={row.at <= 1 && cell.across > 3 && cell.state === 'printed' ? 'printed wide' : cell.state}
                  >
                    {cell.text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="sm mute note">只画前 40 行；字体、边框和打印样子以下载的文件为准。</p>
    </section>
  );
}
