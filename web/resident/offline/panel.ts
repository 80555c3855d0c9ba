import { ageOf, type Operation } from '../../lib/offline/queue.ts';
import type { Reading } from '../../lib/offline/clock.ts';
import { keepableOf, subjectOf } from './forms.ts';

/** What she sees of the queue: one honest line at the top, and below it each thing that has not arrived yet. */

export type View = {
  operations: Operation[];
  now: Reading;
  /** When what is shown was read from the server; null when it is fresh. */
  keptAt: string | null;
  there: boolean;
  sending: boolean;
  /** How many have arrived since this page was opened. */
  arrived: number;
  /** Something that has to be told once: what was cleared, and why. */
  notice: string;
};

export type Choice = 'discard' | 'note' | 'redo' | 'again' | 'without-photos';

type Child = Node | string | null | false;

/** An element with its attributes and what stands in it. */
export function make(tag: string, attributes: Record<string, string>, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) if (child) element.append(child);
  return element;
}

const hourMs = 3_600_000;

type Line = { words: string; tone: 'waiting' | 'arrived' | 'stuck' };

function linesOf(view: View): Line[] {
  const { operations, keptAt, there, sending, arrived, notice } = view;
  const stuck = operations.filter(({ state }) => state === 'stuck').length;
  const waiting = operations.length - stuck;
  const kept = there ? `网络来了，下面还是 ${keptAt} 的内容` : `没有网络，显示的是 ${keptAt} 的内容`;
  const stored = there ? `已存好 ${waiting} 件，待发送` : `已存好 ${waiting} 件，有网络就自动送出去`;
  const lines: [boolean, string, Line['tone']][] = [
    [keptAt !== null, kept, 'waiting'],
    [waiting > 0, sending ? `正在发送，还有 ${waiting} 件` : stored, 'waiting'],
    [stuck > 0, `${stuck} 件没办成，要您看一下`, 'stuck'],
    [operations.length === 0 && arrived > 0, '都送到了', 'arrived'],
    [notice !== '', notice, 'stuck'],
  ];
  const warning = warningOf(view);
  if (warning) lines.push([true, warning, 'stuck']);
  return lines.flatMap(([shows, words, tone]) => (shows ? [{ words, tone }] : []));
}

function warningOf({ operations, now }: View): string {
  const soon = operations.map((one) => ageOf(one, now)).filter(({ warn }) => warn);
  if (soon.length === 0) return '';
  const hours = Math.max(1, Math.floor(Math.min(...soon.map(({ leftMs }) => leftMs)) / hourMs));
  return `有 ${soon.length} 件存了两天多还没送出去。${hours} 小时内连一次网，不然会从手机里清掉。`;
}

function button(word: string, choice: Choice, id: string, look = 'line'): HTMLElement {
  return make('button', { type: 'button', class: `btn ${look}`, 'data-choice': choice, 'data-id': id }, word);
}

function momentOf(iso: string): string {
  const at = new Date(Date.parse(iso) + 8 * hourMs);
  const two = (n: number): string => String(n).padStart(2, '0');
  return Number.isNaN(at.getTime()) ? '' : `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

function theirsOf({ label, step }: { label: string; step: string }): string {
  return label === step ? `动过这件事，现在还在“${step}”。` : `${label}。现在到“${step}”。`;
}

function sidesOf({ id, told, trouble, photos }: Operation): HTMLElement {
  const theirs = trouble?.theirs;
  const pictures = photos.length > 0 ? `${photos.length} 张照片` : '';
  const mine = [told.words, pictures].filter(Boolean).join('\n') || '没有写字，只点了一下。';
  return make(
    'div',
    { class: theirs ? 'pair even gap' : 'gap' },
    theirs
      ? make(
          'div',
          {},
          make('p', { class: 'label' }, `${theirs.by || '别人'}，${momentOf(theirs.at)}`),
          make('p', { class: 'quote' }, theirsOf(theirs)),
        )
      : null,
    make(
      'div',
      {},
      make('p', { class: 'label' }, '您写的，还在'),
      make('p', { class: 'quote lines', id: `typed-${id}` }, mine),
    ),
  );
}

function choicesOf(one: Operation): HTMLElement[] {
  const { id, trouble, keeper, subject } = one;
  const first = trouble?.kind === 'acted-first';
  const ofMatter = subject.startsWith('matter:');
  return [
    ...(ofMatter ? [button('按现在的步骤重新办理', 'redo', id, first ? 'go' : 'line')] : []),
    ...(first && keeper ? [button('改为补充说明', 'note', id)] : []),
    ...(trouble?.photo ? [button('去掉照片再送', 'without-photos', id)] : []),
    ...(first ? [] : [button('再送一次', 'again', id)]),
    make('button', { type: 'button', class: 'btn quiet', 'data-do': 'copy', 'data-from': `typed-${id}` }, '复制我写的'),
    button('放弃我的', 'discard', id, 'quiet'),
  ];
}

function stuckCard(one: Operation): HTMLElement {
  return make(
    'section',
    { class: 'card warm pad gap' },
    make('h3', {}, `${one.told.label}：${one.told.title}`),
    make('p', { class: 'gap' }, one.trouble?.sentence ?? ''),
    sidesOf(one),
    make('div', { class: 'choices gap' }, ...choicesOf(one)),
  );
}

function waitingRow(one: Operation): HTMLElement {
  const pictures = one.photos.length > 0 ? `${one.photos.length} 张照片` : '';
  return make(
    'div',
    { class: 'row bare' },
    make(
      'span',
      {},
      make('span', { class: 't' }, `${one.told.label}：${one.told.title}`),
      make(
        'span',
        { class: 'd two-lines' },
        [one.told.words.split('\n').join('，'), pictures].filter(Boolean).join(' · '),
      ),
    ),
    make('span', { class: 'tag wait' }, '已存好'),
  );
}

function heading(words: string): HTMLElement {
  return make('div', { class: 'h' }, make('h2', {}, words));
}

function listOf({ operations }: View): HTMLElement[] {
  const stuck = operations.filter(({ state }) => state === 'stuck');
  const waiting = operations.filter(({ state }) => state !== 'stuck');
  return [
    ...(stuck.length > 0 ? [heading('待处理'), ...stuck.map(stuckCard)] : []),
    ...(waiting.length > 0
      ? [heading('已存好，等网络'), make('div', { class: 'card' }, ...waiting.map(waitingRow))]
      : []),
  ];
}

/** Draws line and list anew. The list stands on the page of today; elsewhere a link leads there. */
export function drawPanel(view: View): void {
  for (const old of Array.from(document.querySelectorAll('[data-panel]'))) old.remove();
  const main = document.querySelector('main');
  if (!main) return;
  const isToday = location.pathname === '/grid';
  const lines = linesOf(view).map(({ words, tone }) => make('p', { class: `kept-line ${tone}` }, words));
  const leads = !isToday && view.operations.length > 0;
  const fresh = make('a', { class: 'btn line wide', href: location.pathname }, '看最新的');
  main.prepend(
    make('div', { 'data-panel': '1', role: 'status' }, ...lines),
    ...(view.keptAt !== null && view.there && !view.sending ? [make('p', { 'data-panel': '1' }, fresh)] : []),
    ...(leads ? [make('p', { 'data-panel': '1', class: 'center' }, linkToToday())] : []),
    ...(isToday ? [make('div', { 'data-panel': '1', id: 'pending' }, ...listOf(view))] : []),
  );
  markMatters(view);
}

function linkToToday(): HTMLElement {
  return make('a', { class: 'link', href: '/grid' }, '到“今日”看');
}

/** What is in the queue already is not offered again. */
function markMatters({ operations }: View): void {
  for (const form of Array.from(document.querySelectorAll<HTMLFormElement>('form[data-operation]'))) {
    const keepable = keepableOf(form);
    if (!keepable || keepable.kind === 'report') continue;
    const subject = subjectOf(keepable);
    if (keepable.kind === 'attendance') {
      for (const { body } of operations.filter((one) => one.subject === subject)) tickAgain(form, body);
      continue;
    }
    const ending = keepable.kind === 'act' ? `/actions/${keepable.action.id}` : '';
    const known = operations.find(
      (one) => one.state !== 'stuck' && one.subject === subject && one.path.endsWith(ending),
    );
    form.hidden = known !== undefined;
    if (known)
      form.before(make('p', { class: 'kept-mark', 'data-panel': '1' }, `“${known.told.label}”已存好，等网络送出去`));
  }
}

/** The list of a door stays open for those who come next; who was ticked and waits to be sent stands ticked. */
function tickAgain(form: HTMLFormElement, body: Record<string, unknown>): void {
  for (const { attendee, there } of (body.ticks ?? []) as { attendee: string; there: boolean }[])
    for (const box of Array.from(form.querySelectorAll<HTMLInputElement>('input[name=there]')))
      if (box.value === attendee) box.checked = there;
}
