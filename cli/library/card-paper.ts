import { create } from 'qrcode';
import type { Card, CardRow } from '#kernel/workflow';
import type { Method } from '#kernel-contract/workflow';

/** What a card is made of: the method, its sentences, and where its page stands. */
export type Paper = { method: Method; card: Card; address: string | null };

const heads = ['步骤', '谁', '填什么', '时限', '超时'] as const;

const isWaited = (row: CardRow): boolean => row.main || row.who !== '' || row.limit !== '';

const nameOf = (row: CardRow): string => `${row.main ? `${row.position + 1}.` : '旁'} ${row.label.zh}`;

const cellsOf = (row: CardRow): string[] => [nameOf(row), row.who, row.fills, row.limit, row.late].map((cell) => cell || '—');

function sectionsOf({ card }: Paper): [title: string, lines: string[]][] {
  return [
    ['公开什么', [...card.published, card.reads]],
    ['谁可以提意见', card.objections],
    ['中途还可以', card.anytime],
  ];
}

function footOf({ method, address }: Paper): string {
  const inferred = method.inferred.map(({ reason }) => reason).join('；');
  return [
    `第 ${method.version} 版，出处：${method.source}`,
    inferred === '' ? '' : `原文没有定、由平台补上的：${inferred}`,
    address === null ? '' : `全文：${address}`,
  ]
    .filter(Boolean)
    .join('。');
}

/** The card as text: Markdown, which also reads well as it is. */
export function cardMarkdown(paper: Paper): string {
  const { method, card } = paper;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    `# ${method.name.zh}`,
    '',
    `${method.present.promise?.zh ?? ''}。`.replace(/^。$/, ''),
    '',
    line(heads),
    line(heads.map(() => '---')),
    ...card.rows.filter(isWaited).map((row) => line(cellsOf(row))),
    ...sectionsOf(paper).flatMap(([title, lines]) =>
      lines.length === 0 ? [] : ['', `**${title}**`, '', ...lines.map((one) => `- ${one}`)],
    ),
    '',
    footOf(paper),
    '',
  ].join('\n');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function qrPath(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
  return `<svg class="qr" viewBox="0 0 ${modules.size} ${modules.size}" role="img" aria-label="这个工作法的网页"><path d="${path}"/></svg>`;
}

/** More rows than this are printed smaller, so that the card stays one page. */
const longFrom = 13;

const style = `
@page { size: A4 landscape; margin: 10mm 12mm 9mm 16mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { font: 13.5px/18.5px "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #000; max-width: 268mm; margin: 0 auto; }
body.long { font-size: 10.5px; line-height: 13.5px; } body.long .promise { font-size: 12px; } body.long .below { margin-top: 5px; }
h1 { font: 700 24px/32px "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; border-bottom: 1.5px solid #000; }
.promise { font-size: 14px; padding: 4px 0 6px; }
table { width: 100%; border-collapse: collapse; }
th, td { border: 1px solid #777; padding: 2px 6px; text-align: left; vertical-align: top; }
thead th { background: #eee; }
tbody th { white-space: nowrap; }
.below { display: grid; grid-template-columns: 1fr 1fr auto; gap: 14px; margin-top: 8px; }
h2 { font-size: 13px; } ul { padding-left: 15px; } .qr { width: 20mm; height: 20mm; }
footer { margin-top: 6px; font-size: 11px; color: #333; }
`;

/** The card as one page of A4 that any browser prints, complete in itself. */
export function cardHtml(paper: Paper): string {
  const { method, card, address } = paper;
  const cell = (text: string, at: number): string =>
    at === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td>${escaped(text)}</td>`;
  const rows = card.rows.filter(isWaited).map((row) => `<tr>${cellsOf(row).map(cell).join('')}</tr>`);
  const sections = sectionsOf(paper).map(([title, lines]) =>
    lines.length === 0
      ? ''
      : `<h2>${title}</h2><ul>${lines.map((one) => `<li>${escaped(one)}</li>`).join('')}</ul>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(method.name.zh)} · 明白卡</title><style>${style}</style></head>
<body${rows.length > longFrom ? ' class="long"' : ''}><h1>${escaped(method.name.zh)}</h1><p class="promise">${escaped(method.present.promise?.zh ?? '')}</p>
<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>
<div class="below"><div>${sections[0]}</div><div>${sections.slice(1).join('')}</div><div>${address === null ? '' : qrPath(address)}</div></div>
<footer>${escaped(footOf(paper))}</footer></body></html>
`;
}
