const widthPx = 960;
const marginPx = 64;
const lineHeightPx = 46;
const font = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const serif = "'Songti SC', 'Noto Serif CJK SC', SimSun, serif";

/** The lines as a picture for the group: paper, a seal, the words. Gives a data address. */
export function drawBriefing(lines: string[]): string {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  pen.font = `26px ${font}`;
  const [title = '', ...rest] = lines;
  const wrapped = rest.flatMap((line) => wrap(pen, line, widthPx - marginPx * 2));
  canvas.width = widthPx;
  canvas.height = 190 + wrapped.length * lineHeightPx + 60;
  pen.fillStyle = '#FBF8F2';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  drawSeal(pen);
  pen.fillStyle = '#22262B';
  pen.font = `700 40px ${serif}`;
  pen.fillText(title, marginPx + 84, 106);
  pen.fillStyle = '#EAE3D6';
  pen.fillRect(marginPx, 146, widthPx - marginPx * 2, 2);
  pen.font = `26px ${font}`;
  for (const [at, line] of wrapped.entries()) {
    pen.fillStyle = line.startsWith('已逾期') ? '#9C2A1E' : line.startsWith('今天到期') ? '#8A5A0B' : '#22262B';
    pen.fillText(line, marginPx, 204 + at * lineHeightPx);
  }
  return canvas.toDataURL('image/png');
}

function drawSeal(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#B5392B';
  pen.fillRect(marginPx, 60, 60, 60);
  pen.fillStyle = '#FFFFFF';
  pen.font = `700 24px ${serif}`;
  pen.fillText('里', marginPx + 18, 86);
  pen.fillText('仁', marginPx + 18, 112);
}

/** Chinese breaks anywhere; a line begins with no closing mark. */
function wrap(pen: CanvasRenderingContext2D, text: string, maxPx: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text) {
    if (pen.measureText(line + letter).width > maxPx && !/[，。；：、）”]/.test(letter)) {
      lines.push(line);
      line = '　';
    }
    line += letter;
  }
  return [...lines, line];
}
