/**
 * The pages of workers without network: keeps today, takes what is pressed into a sealed queue, sends it when the server is
 * there, and shows what became of it. Without this script, or where a browser can keep nothing, the pages work as they are.
 */
import { isDayOver } from '../lib/offline/clock.ts';
import { ageOf, again, asNote, nextPauseMs, withoutPhotos, type Operation } from '../lib/offline/queue.ts';
import { sendQueue, type Sent } from '../lib/offline/send.ts';
import type { Keepable } from '../features/matters/grid-keep.ts';
import { keepDay, showDay } from './offline/day.ts';
import { draft, keepableOf, type Drafted } from './offline/forms.ts';
import { isThere, lineOf } from './offline/line.ts';
import { drawPanel, make, type Choice } from './offline/panel.ts';
import { fillAgain } from './offline/redo.ts';
import { newId, openVault, type Vault } from './offline/vault.ts';

const script = document.getElementById('grid-offline')?.dataset ?? {};
const isShell = script.shell !== undefined;
const handedName = 'liren:handed';
const handedMs = 120_000;
const arrivedName = 'liren:arrived';
const arrivedMs = 60_000;

let vault: Vault | null = null;
let keptAt: string | null = null;
let there = navigator.onLine;
let sending = false;
let arrived = arrivedLately();
let notice = '';
let timer = 0;

async function draw(): Promise<void> {
  if (!vault) return;
  const operations = (await vault.list()).filter(({ state }) => state !== 'handed');
  drawPanel({ operations, now: vault.read(), keptAt, there, sending, arrived, notice });
}

// --------------------------------------------------------------------------------------------------------- sending

type Locks = { request<T>(name: string, options: object, work: (lock: unknown) => Promise<T>): Promise<T> };

/** One page of this phone sends at a time, where the browser can see to that; where not, the keys do. */
function alone(work: () => Promise<Sent>): Promise<Sent> {
  const { locks } = navigator as unknown as { locks?: Locks };
  if (!locks) return work();
  return locks.request('liren-grid', { ifAvailable: true }, async (lock) => (lock ? work() : 'idle'));
}

async function send(): Promise<void> {
  if (!vault || sending || !navigator.onLine) return draw();
  const kept = vault;
  await clearOld(kept);
  if ((await kept.list()).length === 0) return draw();
  sending = true;
  await draw();
  const ended = await alone(() =>
    sendQueue({
      shelf: kept,
      line: lineOf(kept),
      read: kept.read,
      onSettled: (_operation, result) => {
        if (result === 'done') noteArrival();
      },
    }),
  );
  sending = false;
  there = ended !== 'silent';
  if (ended === 'ended') await endSession(kept);
  await draw();
  await sendLater(kept);
}

// What arrives comes back as news, and the page is drawn anew: what was sent just now is still said there.
function noteArrival(): void {
  arrived += 1;
  sessionStorage.setItem(arrivedName, JSON.stringify([arrived, Date.now()]));
}

function arrivedLately(): number {
  const [count = 0, at = 0] = JSON.parse(sessionStorage.getItem(arrivedName) ?? '[]') as number[];
  return Math.abs(Date.now() - at) < arrivedMs ? count : 0;
}

async function sendLater(kept: Vault): Promise<void> {
  clearTimeout(timer);
  const pauseMs = nextPauseMs(await kept.list(), kept.read());
  if (pauseMs !== null) timer = window.setTimeout(() => void send(), pauseMs + 500);
}

/** The server knows this session no more: what was kept for it goes, and she is told how much that was. */
async function endSession(kept: Vault): Promise<void> {
  const count = (await kept.list()).length;
  await kept.wipe();
  vault = null;
  notice = `登录已经失效，手机里没送出的 ${count} 件已按规定清掉。请重新登录。`;
  drawPanel({ operations: [], now: kept.read(), keptAt, there, sending, arrived: 0, notice });
}

/** Three days are over: nothing stays longer on a phone. */
async function clearOld(kept: Vault): Promise<void> {
  const old = (await kept.list()).filter((one) => ageOf(one, kept.read()).over);
  for (const one of old) await kept.remove(one);
  if (old.length > 0) notice = `有 ${old.length} 件存了三天没送出去，按规定从手机里清掉了：${titlesOf(old)}。`;
}

function titlesOf(operations: Operation[]): string {
  return operations.map(({ told }) => `${told.label}“${told.title}”`).join('、');
}

// --------------------------------------------------------------------------------------------------------- keeping

/** The form goes to the server as always where it is there; else what it says is kept. In both cases first into the queue. */
async function keepOrSend(kept: Vault, form: HTMLFormElement, keepable: Keepable, pressed: HTMLElement | null) {
  const data = new FormData(form);
  const drafted = draft(keepable, data);
  there = await isThere(kept);
  const key = String(data.get('key') ?? '');
  if (there && !isShell && key !== '') return hand(kept, form, { drafted, key, pressed });
  if (Object.keys(drafted.problems).length > 0) return complain(form, Object.values(drafted.problems));
  await layDown(kept, drafted, {});
  if (form.dataset.redo) await removeById(kept, form.dataset.redo);
  if (form.dataset.draft) localStorage.removeItem(`liren:draft:${form.dataset.draft}`);
  form.reset();
  letGo(form);
  if (location.pathname !== '/grid') form.replaceWith(keptCard(drafted.operation.told.label));
  await draw();
  await send();
}

async function layDown(kept: Vault, { operation, files }: Drafted, as: Partial<Operation>): Promise<void> {
  for (const { photo, file } of files) await kept.putPhoto(photo.id, await file.arrayBuffer());
  const seq = Math.max(0, ...(await kept.list()).map((one) => one.seq)) + 1;
  await kept.put({ ...operation, seq, made: kept.read(), ...as });
}

type Handing = { drafted: Drafted; key: string; pressed: HTMLElement | null };

/** Gives the form to the page's own way; should its answer be cut off, the queue has it under the same key. */
async function hand(kept: Vault, form: HTMLFormElement, { drafted, key, pressed }: Handing): Promise<void> {
  await layDown(kept, drafted, { id: key, state: 'handed', wasHanded: true });
  sessionStorage.setItem(handedName, JSON.stringify([key, form.dataset.redo].filter(Boolean)));
  if (pressed instanceof HTMLButtonElement && pressed.name)
    form.append(make('input', { type: 'hidden', name: pressed.name, value: pressed.value }));
  HTMLFormElement.prototype.submit.call(form);
}

/** What became of a form that was handed to the page: this page is its answer, or none came and the queue sends it. */
async function settleHanded(kept: Vault): Promise<void> {
  const handed = JSON.parse(sessionStorage.getItem(handedName) ?? '[]') as string[];
  sessionStorage.removeItem(handedName);
  const isDone = !isShell && new URLSearchParams(location.search).has('done');
  for (const one of await kept.list()) {
    const isRedrawn = document.querySelector(`input[name=key][value="${one.id}"]`) !== null;
    if (handed.includes(one.id) && isDone) await kept.remove(one);
    else if (one.state !== 'handed') continue;
    else if (isRedrawn) await kept.remove(one);
    else if (handed.includes(one.id) || kept.read().device - one.made.device > handedMs)
      await kept.put({ ...one, state: 'waiting' });
  }
}

function letGo(form: HTMLFormElement): void {
  delete form.dataset.sent;
  delete form.dataset.keeping;
}

function complain(form: HTMLFormElement, sentences: string[]): void {
  letGo(form);
  for (const old of Array.from(form.querySelectorAll('[data-complaint]'))) old.remove();
  const box = make('div', { class: 'card warm pad gap', role: 'alert', 'data-complaint': '1' });
  for (const sentence of ['还差一点。您写的都还在。', ...sentences]) box.append(make('p', {}, sentence));
  form.prepend(box);
  box.scrollIntoView({ block: 'center' });
}

function keptCard(label: string): HTMLElement {
  return make(
    'section',
    { class: 'card calm pad gap', role: 'status' },
    make('p', {}, make('b', {}, `“${label}”存好了。`), '有网络就自动送出去，不用再按。'),
    make('a', { class: 'btn go big wide gap', href: '/grid' }, '回到今日'),
  );
}

document.addEventListener(
  'submit',
  (event) => {
    const form = event.target as HTMLFormElement;
    if (!vault) return;
    if (form.dataset.signsOut !== undefined) {
      event.preventDefault();
      void signOut(vault, form);
      return;
    }
    const keepable = keepableOf(form);
    if (!keepable) return;
    event.preventDefault();
    if (form.dataset.keeping) return;
    form.dataset.keeping = '1';
    void keepOrSend(vault, form, keepable, (event as SubmitEvent).submitter);
  },
  true,
);

// -------------------------------------------------------------------------------------------------------- choosing

async function removeById(kept: Vault, id: string): Promise<void> {
  for (const one of await kept.list()) if (one.id === id) await kept.remove(one);
}

const chosen: Record<Choice, (kept: Vault, one: Operation) => Promise<void>> = {
  discard: (kept, one) => kept.remove(one),
  async note(kept, one) {
    await kept.put(asNote(one, newId()));
    await kept.remove({ ...one, photos: [] });
  },
  async redo(_kept, one) {
    const [, areaId = '', number = ''] = /areas\/([^/]+)\/matters\/([^/]+)/.exec(one.path) ?? [];
    location.assign(`/grid/m/${areaId}/${number}?redo=${encodeURIComponent(one.id)}`);
  },
  again: (kept, one) => kept.put(again(one)),
  'without-photos': (kept, one) => kept.put(withoutPhotos(one)),
};

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLElement>('[data-choice]');
  const kept = vault;
  if (!button || !kept) return;
  void (async () => {
    const one = (await kept.list()).find(({ id }) => id === button.dataset.id);
    if (one) await chosen[button.dataset.choice as Choice](kept, one);
    await draw();
    if (button.dataset.choice !== 'redo') await send();
  })();
});

/** Leaving clears this phone; what would be lost with it is said first. */
async function signOut(kept: Vault, form: HTMLFormElement): Promise<void> {
  const unsent = await kept.list();
  if (unsent.length > 0 && !form.dataset.sure) {
    letGo(form);
    form.dataset.sure = '1';
    const words = `还有 ${unsent.length} 件没送出去，现在退出会清掉：${titlesOf(unsent)}。`;
    const box = make('div', { class: 'card warm pad gap', role: 'alert' }, make('p', {}, words));
    box.append(make('p', {}, '连上网等它送完再退出；真的不要了，就再按一次。'));
    form.before(box);
    return;
  }
  await kept.wipe();
  vault = null;
  HTMLFormElement.prototype.submit.call(form);
}

// ---------------------------------------------------------------------------------------------------------- opening

async function openShell(kept: Vault): Promise<void> {
  const day = await kept.readDay();
  if (day && isDayOver(day.at, kept.read())) return kept.removeDay();
  if (!day) return;
  keptAt = day.clock;
  await showDay(day, script.shell ?? '');
}

async function open(): Promise<void> {
  if ('serviceWorker' in navigator && !isShell)
    navigator.serviceWorker.register('/grid-worker.js', { scope: '/grid' }).catch(() => undefined);
  vault = await openVault(script.session ?? '').catch(() => null);
  if (!vault) return;
  if (vault.cleared > 0) notice = `换了人登录，手机里原来没送出的 ${vault.cleared} 件已按规定清掉。`;
  if (isShell) await openShell(vault);
  await settleHanded(vault);
  await clearOld(vault);
  await fillAgain(vault);
  await draw();
  if (!isShell && location.pathname === '/grid') await keepDay(vault);
  await send();
}

window.addEventListener('online', () => void send());
window.addEventListener('offline', () => {
  there = false;
  void draw();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void send();
});
void open();
