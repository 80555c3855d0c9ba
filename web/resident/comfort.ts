/**
 * Comfort for pages that work without it: drafts, smaller photos, voice in and out, position, sharing, fresh answers.
 * One plain module, no framework: what it cannot do on a phone it leaves out.
 */
import { drawGroupPicture } from './group-picture.ts';

const page = document;
const all = <E extends Element>(selector: string, within: ParentNode = page): E[] => [
  ...within.querySelectorAll<E>(selector),
];
page.documentElement.classList.add('js');

function say(words: string, lead?: () => void): void {
  for (const old of all('.toast')) old.remove();
  const toast = page.createElement(lead ? 'button' : 'p');
  toast.className = 'toast';
  toast.setAttribute('role', 'status');
  toast.textContent = words;
  if (lead) toast.addEventListener('click', lead);
  page.body.append(toast);
  if (!lead) setTimeout(() => toast.remove(), 2600);
}

// ---------------------------------------------------------------------------------------------------------- drafts

type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const kept = (input: Input): boolean =>
  !['hidden', 'file', 'password', 'tel', 'submit'].includes(input.type) || input.name.endsWith('.point');
const draftKey = (name: string): string => `liren:draft:${name}`;
const draftLifeMs = 3 * 86_400_000;
const isTick = (input: Input): input is HTMLInputElement => input.type === 'radio' || input.type === 'checkbox';

function keepDraft(form: HTMLFormElement, key: string): void {
  const values = all<Input>('input,textarea,select', form)
    .filter((input) => input.name && kept(input) && (!isTick(input) || input.checked) && input.value !== '')
    .map((input) => [input.name, input.value]);
  try {
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), values }));
  } catch {
    return;
  }
}

function restoreDraft(form: HTMLFormElement, key: string): void {
  const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as { at: number; values: [string, string][] } | null;
  if (!stored || Date.now() - stored.at > draftLifeMs || all('.error', form).length > 0) return;
  for (const [name, value] of stored.values)
    for (const input of all<Input>('input,textarea,select', form)) {
      if (input.name !== name || !kept(input)) continue;
      if (isTick(input)) input.checked = input.checked || input.value === value;
      else if (input.value === '') input.value = value;
    }
  if (stored.values.some(([name]) => all<Input>('textarea', form).some((input) => input.name === name)))
    say('上次没发完的，帮您留着了');
}

for (const form of all<HTMLFormElement>('form[data-draft]')) {
  const key = draftKey(form.dataset.draft ?? '');
  restoreDraft(form, key);
  form.addEventListener('input', () => keepDraft(form, key));
  form.addEventListener('change', () => keepDraft(form, key));
}
for (const done of all<HTMLElement>('[data-draft-done]'))
  localStorage.removeItem(draftKey(done.dataset.draftDone ?? ''));

// One press sends once.
page.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = '1';
  const button = (event as SubmitEvent).submitter ?? form.querySelector('[data-busy]');
  const busy = (button as HTMLElement | null)?.dataset.busy;
  if (button && busy) button.textContent = busy;
});
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

// ---------------------------------------------------------------------------------------------------------- photos

const photoMaxPx = 1600;

/** A smaller copy of a photo, or the photo itself where this phone cannot make one. */
async function shrink(file: File): Promise<File> {
  if (file.size < 400_000) return file;
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    const scale = Math.min(1, photoMaxPx / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = page.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82));
    return blob && blob.size < file.size ? new File([blob], 'photo.jpg', { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

function preview(box: Element, input: HTMLInputElement): void {
  for (const old of all('[data-new]', box)) old.remove();
  for (const [index, file] of [...(input.files ?? [])].entries()) {
    const frame = page.createElement('div');
    frame.className = 'ph';
    frame.dataset.new = '1';
    const image = page.createElement('img');
    image.alt = '要发的照片';
    image.src = URL.createObjectURL(file);
    const drop = page.createElement('button');
    drop.type = 'button';
    drop.className = 'drop';
    drop.textContent = '✕';
    drop.setAttribute('aria-label', '不要这张');
    drop.addEventListener('click', () => {
      setFiles(
        input,
        [...(input.files ?? [])].filter((_, at) => at !== index),
      );
      preview(box, input);
    });
    frame.append(image, drop);
    box.insertBefore(frame, input.closest('label'));
  }
}

function setFiles(input: HTMLInputElement, files: File[]): void {
  const list = new DataTransfer();
  for (const file of files) list.items.add(file);
  input.files = list.files;
}

for (const input of all<HTMLInputElement>('input[data-photos]')) {
  const box = input.closest('[data-shots]');
  let chosen: File[] = [];
  input.addEventListener('change', async () => {
    const small = await Promise.all([...(input.files ?? [])].map(shrink));
    try {
      chosen = [...chosen.filter((file) => !small.includes(file)), ...small].slice(0, 9);
      setFiles(input, chosen);
    } catch {
      chosen = [];
    }
    if (box) preview(box, input);
  });
}

for (const stars of all<HTMLElement>('[data-stars]')) {
  const tell = (): void => {
    const word = stars.querySelector<HTMLElement>(':checked + label')?.dataset.word;
    const button = page.querySelector('[data-rates]');
    if (button && word) button.textContent = `办好了，评${word}`;
  };
  stars.addEventListener('change', tell);
  tell();
}

// ----------------------------------------------------------------------------------------------- voice and position

type Recognition = {
  lang: string;
  interimResults: boolean;
  start(): void;
  stop(): void;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
};
type WithRecognition = { webkitSpeechRecognition?: new () => Recognition; SpeechRecognition?: new () => Recognition };
const { webkitSpeechRecognition, SpeechRecognition = webkitSpeechRecognition } = window as WithRecognition;
if (SpeechRecognition) for (const mic of all<HTMLElement>('[data-do=listen]')) mic.hidden = false;

function listen(button: HTMLElement): void {
  const field = page.getElementById(button.dataset.to ?? '') as HTMLTextAreaElement | null;
  if (!SpeechRecognition || !field) return;
  const before = field.value;
  const hearing = new SpeechRecognition();
  hearing.lang = 'zh-CN';
  hearing.interimResults = true;
  hearing.onresult = ({ results }) => {
    field.value = before + Array.from(results, (result) => result[0]?.transcript ?? '').join('');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  hearing.onend = () => button.classList.remove('on');
  hearing.onerror = () => say('没听清，再按一下，或者直接写');
  button.classList.add('on');
  hearing.start();
}

function readAloud(button: HTMLElement): void {
  const voice = window.speechSynthesis;
  if (voice.speaking) return voice.cancel();
  const words = all<HTMLElement>('[data-read]').map((part) => part.innerText.replace(/\n+/g, '，'));
  const speech = new SpeechSynthesisUtterance(words.join('。'));
  speech.lang = 'zh-CN';
  speech.rate = 0.85;
  speech.onend = () => button.classList.remove('on');
  button.classList.add('on');
  voice.speak(speech);
}
if (!('speechSynthesis' in window)) for (const button of all<HTMLElement>('[data-do=read]')) button.hidden = true;

function locate(button: HTMLElement): void {
  const name = button.dataset.to ?? '';
  const point = page.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const label = page.querySelector<HTMLInputElement>(`[name="${name.replace(/point$/, 'label')}"]`);
  if (!navigator.geolocation || !point) return say('这个手机不让看位置，写一下地方就行');
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      point.value = `${coords.longitude.toFixed(6)},${coords.latitude.toFixed(6)}`;
      if (label && label.value === '') label.value = '我现在的位置';
      point.dispatchEvent(new Event('input', { bubbles: true }));
      if (button.dataset.submit !== undefined) return point.form?.submit();
      say('位置记下了');
    },
    () => say('没拿到位置，写一下地方就行'),
    { enableHighAccuracy: true, timeout: 8000 },
  );
}

// --------------------------------------------------------------------------------------------------------- sharing

async function copy(button: HTMLElement): Promise<void> {
  const words = page.getElementById(button.dataset.from ?? '')?.innerText ?? '';
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    const area = page.createElement('textarea');
    area.value = words;
    page.body.append(area);
    area.select();
    page.execCommand('copy');
    area.remove();
  }
  say('复制好了，到群里粘贴');
}

async function picture(button: HTMLElement): Promise<void> {
  const card = page.querySelector<HTMLElement>('[data-group]');
  const place = page.querySelector<HTMLElement>('[data-picture]');
  if (!card || !place) return;
  const image = page.createElement('img');
  image.src = await drawGroupPicture(card);
  image.alt = '发到群里的图片';
  const link = page.createElement('a');
  link.href = image.src;
  link.download = '里仁.png';
  link.className = 'btn quiet wide gap';
  link.textContent = '存到手机';
  const hint = page.createElement('p');
  hint.className = 'hint center';
  hint.textContent = '长按图片，就能存下来或发给朋友';
  place.replaceChildren(image, hint, link);
  button.hidden = true;
  image.scrollIntoView({ block: 'center' });
}

function share(): void {
  const text = page.querySelector<HTMLElement>('#group-text')?.innerText ?? page.title;
  if (navigator.share) void navigator.share({ text }).catch(() => undefined);
  else page.getElementById('share')?.scrollIntoView();
}

// ----------------------------------------------------------------------------------------------------------- fresh

// What this page itself has just sent comes back as news: a reload now would cut off its own answer.
let leaving = false;
page.addEventListener('submit', () => (leaving = true));

const live = page.querySelector<HTMLElement>('[data-live]')?.dataset;
if (live?.live && 'EventSource' in window) {
  const source = new EventSource(`/api/v1/live?areas=${encodeURIComponent(live.live)}`);
  source.addEventListener('matter', (event) => {
    const { number } = JSON.parse((event as MessageEvent<string>).data) as { number: string };
    if (leaving || (live.number && number !== live.number)) return;
    const writing = all<HTMLTextAreaElement>('textarea').some(({ value }) => value !== '');
    if (writing || page.activeElement?.matches('input,textarea,select'))
      say('有新进展，点这里看', () => location.reload());
    else location.reload();
  });
}

const deeds: Record<string, (button: HTMLElement) => unknown> = {
  listen,
  locate,
  copy,
  picture,
  share,
  read: readAloud,
  print: () => window.print(),
};

page.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLElement>('[data-do]');
  if (button) void deeds[button.dataset.do ?? '']?.(button);
});
