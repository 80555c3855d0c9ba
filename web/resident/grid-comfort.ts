/**
 * Comfort for workers' pages that work without it: the minutes left count down, phrases are put into a text by a press, and a
 * picture gets time, place and number drawn on it. Stands beside comfort.ts, which does what all pages share.
 */
const page = document;
const all = <E extends Element>(selector: string): E[] => [...page.querySelectorAll<E>(selector)];

// ------------------------------------------------------------------------------------------------------- countdown

const two = (n: number): string => String(n).padStart(2, '0');

function minutes(leftMs: number): string {
  const seconds = Math.floor(Math.abs(leftMs) / 1000);
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** Counts by the app's clock: the server's time at drawing plus what has passed here since. */
function count(box: HTMLElement): void {
  const due = Number(box.dataset.countdown);
  const aheadMs = Number(box.dataset.now) - Date.now();
  const value = box.querySelector('[role=timer]');
  const word = box.querySelector('.k');
  const began = due > Date.now() + aheadMs;
  const tick = (): void => {
    const leftMs = due - (Date.now() + aheadMs);
    if (value) value.textContent = minutes(leftMs);
    if (leftMs >= 0 || box.classList.contains('over')) return;
    box.classList.add('over');
    if (word) word.textContent = '已经超了';
    const writing = all<HTMLTextAreaElement>('textarea').some((field) => field.value !== '');
    // Over time the form asks one thing more: why.
    if (began && !writing && !page.querySelector('form[data-sent]')) location.reload();
  };
  tick();
  setInterval(tick, 1000);
}

for (const box of all<HTMLElement>('[data-countdown]')) count(box);

// --------------------------------------------------------------------------------------------------------- phrases

function addPhrase(button: HTMLElement): void {
  const field = page.getElementById(button.dataset.phrase ?? '') as HTMLTextAreaElement | null;
  if (!field) return;
  const before = field.value.trim();
  const words = button.textContent ?? '';
  if (before.includes(words)) return;
  field.value = before ? `${before.replace(/[，。]$/, '')}，${words}` : words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}

// ----------------------------------------------------------------------------------------------------------- stamp

const widestPx = 1440;

type Stamp = { when: string; place: string; number: string };

async function loadPicture(source: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = source;
  await image.decode();
  return image;
}

function drawStamp(image: HTMLImageElement, stamp: Stamp): HTMLCanvasElement {
  const style = getComputedStyle(page.documentElement);
  const tone = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const [ownWidth, ownHeight] = [image.naturalWidth || 720, image.naturalHeight || 496];
  // A drawing is small in numbers and sharp at any size; a photo is never made larger than it is.
  const isDrawing = image.src.includes('.svg');
  const width = isDrawing ? widestPx : Math.min(widestPx, ownWidth);
  const height = Math.round((width * ownHeight) / ownWidth);
  const canvas = page.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.drawImage(image, 0, 0, width, height);
  const unit = Math.max(16, Math.round(width / 26));
  const bandPx = Math.round(unit * 4.6);
  pen.fillStyle = tone('shade');
  pen.fillRect(0, height - bandPx, width, bandPx);
  pen.fillStyle = tone('cinnabar');
  pen.fillRect(unit, height - bandPx + unit * 0.7, unit * 0.28, bandPx - unit * 1.4);
  pen.fillStyle = tone('on-colour');
  const lines: [string, string][] = [
    [stamp.when, `700 ${Math.round(unit * 1.25)}px ${tone('sans')}`],
    [stamp.place, `500 ${unit}px ${tone('sans')}`],
    [`编号 ${stamp.number}`, `400 ${Math.round(unit * 0.8)}px ${tone('sans')}`],
  ];
  for (const [index, [words, font]] of lines.entries()) {
    pen.font = font;
    pen.fillText(words, unit * 1.8, height - bandPx + unit * (1.65 + index * 1.2), width - unit * 3);
  }
  return canvas;
}

function offer(box: HTMLElement, file: File, stamp: Stamp): void {
  const place = box.querySelector<HTMLElement>('[data-stamped]');
  if (!place) return;
  const address = URL.createObjectURL(file);
  const image = page.createElement('img');
  image.src = address;
  image.alt = `带有 ${stamp.when}、${stamp.place}、编号的照片`;
  const save = page.createElement('a');
  save.href = address;
  save.download = file.name;
  save.className = 'btn go big wide gap';
  save.textContent = '存到手机';
  const parts: HTMLElement[] = [image, save];
  const shared = { files: [file] };
  if (navigator.canShare?.(shared)) {
    const send = page.createElement('button');
    send.type = 'button';
    send.className = 'btn line big wide gap';
    send.textContent = '发到别的软件';
    send.addEventListener('click', () => void navigator.share(shared).catch(() => undefined));
    parts.push(send);
  }
  place.replaceChildren(...parts);
  image.scrollIntoView({ block: 'center' });
}

async function makeStamp(box: HTMLElement, source: string, when: string): Promise<void> {
  const stamp = { when, place: box.dataset.place ?? '', number: box.dataset.number ?? '' };
  const canvas = drawStamp(await loadPicture(source), stamp);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88));
  if (blob) offer(box, new File([blob], `${stamp.number}.jpg`, { type: 'image/jpeg' }), stamp);
}

/** The moment in Shanghai by the app's clock, which stood at `drawn` when this page was drawn. */
function momentNow(drawn: number): string {
  const now = new Date(drawn + performance.now() + 8 * 3_600_000);
  return `${now.toISOString().slice(0, 10)} ${two(now.getUTCHours())}:${two(now.getUTCMinutes())}`;
}

for (const input of all<HTMLInputElement>('input[data-shot-file]'))
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    const box = input.closest<HTMLElement>('[data-stamp]');
    if (file && box) void makeStamp(box, URL.createObjectURL(file), momentNow(Number(box.dataset.now)));
  });

page.addEventListener('click', (event) => {
  const target = event.target as Element;
  const phrase = target.closest<HTMLElement>('[data-phrase]');
  if (phrase) addPhrase(phrase);
  const shot = target.closest<HTMLElement>('[data-shot]');
  const box = shot?.closest<HTMLElement>('[data-stamp]');
  if (shot && box) void makeStamp(box, shot.dataset.shot ?? '', shot.dataset.when ?? '');
});

// A card that says "do it here" leads into a folded part: open it.
const aim = page.getElementById(location.hash.slice(1));
if (aim instanceof HTMLDetailsElement) aim.open = true;
