/** The picture for the neighbours' group, drawn on the phone because the phone has the fonts. */

const widthPx = 750;
const marginPx = 48;

type Pen = CanvasRenderingContext2D;

function load(source: string): Promise<HTMLImageElement | null> {
  const image = new Image();
  image.src = source;
  return image.decode().then(
    () => image,
    () => null,
  );
}

function wrap(pen: Pen, words: string, maxPx: number): string[] {
  const lines = [''];
  for (const letter of words) {
    const last = lines[lines.length - 1] ?? '';
    if (pen.measureText(last + letter).width <= maxPx) lines[lines.length - 1] = last + letter;
    else lines.push(letter);
  }
  return lines;
}

/** Draws title, pictures, words and the QR of the card beside which the words stand; answers a data address (PNG). */
export async function drawGroupPicture(card: HTMLElement): Promise<string> {
  const style = getComputedStyle(document.documentElement);
  const tone = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const { title = '', from = '', pictures = '' } = card.dataset;
  const words = card.querySelector<HTMLElement>('#group-text')?.innerText ?? '';
  const qr = card.querySelector('.qr');
  const shown = (await Promise.all(pictures.split(' ').filter(Boolean).slice(0, 2).map(load))).filter(
    (one) => one !== null,
  );
  const code = qr ? await load(`data:image/svg+xml,${encodeURIComponent(qr.outerHTML)}`) : null;
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d') as Pen;
  const heading = `700 46px ${tone('song')}`;
  const body = `400 30px ${tone('sans')}`;
  const inner = widthPx - 2 * marginPx;
  pen.font = heading;
  const titleLines = wrap(pen, title, inner);
  pen.font = body;
  const lines = words.split('\n').flatMap((line) => wrap(pen, line, inner));
  const photoPx = shown.length > 0 ? 240 : 0;
  canvas.width = widthPx;
  canvas.height = 150 + titleLines.length * 62 + photoPx + lines.length * 46 + 250;
  pen.fillStyle = tone('paper');
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = tone('cinnabar');
  pen.fillRect(0, 0, widthPx, 14);
  let y = 92;
  pen.font = `600 28px ${tone('sans')}`;
  pen.fillText(from, marginPx, y);
  pen.fillStyle = tone('ink');
  pen.font = heading;
  for (const line of titleLines) pen.fillText(line, marginPx, (y += 62));
  y += 28;
  const eachPx = (inner - (shown.length - 1) * 8) / Math.max(1, shown.length);
  for (const [index, image] of shown.entries())
    drawCover(pen, image, [marginPx + index * (eachPx + 8), y, eachPx, photoPx]);
  y += photoPx + 12;
  pen.font = body;
  pen.fillStyle = tone('ink-2');
  for (const line of lines) pen.fillText(line, marginPx, (y += 46));
  if (code) pen.drawImage(code, widthPx - marginPx - 170, canvas.height - 210, 170, 170);
  pen.font = `400 26px ${tone('sans')}`;
  pen.fillStyle = tone('ink-3');
  pen.fillText('长按识别，看从头到尾怎么办的', marginPx, canvas.height - 110);
  return canvas.toDataURL('image/png');
}

function drawCover(pen: Pen, image: HTMLImageElement, [x, y, width, height]: [number, number, number, number]): void {
  const scale = Math.max(width / image.naturalWidth, height / image.naturalHeight);
  const [cutX, cutY] = [width / scale, height / scale];
  const from = [(image.naturalWidth - cutX) / 2, (image.naturalHeight - cutY) / 2] as const;
  pen.drawImage(image, from[0], from[1], cutX, cutY, x, y, width, height);
}
