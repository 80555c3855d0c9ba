/**
 * 自己算一遍: takes the record of a ballot, or the accounts of a fund, has it counted again on this phone, and shows green or red. It
 * comes from the server, or from a file that somebody kept. Source: study/trust.md R6, R7, R9.
 */
import { formatFen } from '#shared/money';
import { areaName, grouping, inFours } from '../features/ballots/ballot-words.ts';
import type { AccountsAnswer, RecountAnswer, RecountTask } from './recount-worker.ts';

const page = document;
page.documentElement.classList.add('js');

const part = <E extends HTMLElement>(name: string): E => page.querySelector(`[data-part="${name}"]`) as E;
const room = part('recount');
const { record = '', hash = '', worker: workerAddress = '', keeper = '', scope = '' } = room.dataset;
const kind = room.dataset.kind === 'accounts' ? 'accounts' : 'ballot';
const card = part('verdict');
const button = part<HTMLButtonElement>('count');
const drop = part('drop');
const file = part<HTMLInputElement>('file');

const adding = kind === 'accounts' ? '正在一笔一笔地加…' : '正在一票一票地加…';
const worker = new Worker(workerAddress);
let asked = 0;

worker.onmessage = ({ data }: MessageEvent<RecountAnswer | AccountsAnswer>) => {
  if (data.id === asked) show(data);
};

function count(text: string): void {
  asked += 1;
  card.dataset.state = 'counting';
  const task: RecountTask = { id: asked, kind, text, hash, receipt: receiptOf() };
  worker.postMessage(task);
}

/** As it was given out: signs only, whatever one writes between them. */
function receiptOf(): string {
  if (kind === 'accounts') return '';
  return part<HTMLInputElement>('receipt')
    .value.replace(/[^0-9A-Za-z]/g, '')
    .toUpperCase();
}

// --------------------------------------------------------------------------------------------------------- showing

function line(words: string, good: boolean): HTMLLIElement {
  const item = page.createElement('li');
  if (!good) item.className = 'no';
  const span = page.createElement('span');
  span.textContent = words;
  item.append(span);
  return item;
}

function sumsInWords({ tally, choices }: RecountAnswer): string[] {
  if (!tally) return [];
  const counted = tally.choices.map(({ id, number, area }) => {
    const label = choices.find((one) => one.id === id)?.label ?? id;
    return `“${label}” ${grouping(number)}${area > 0 ? `，${areaName(area)}` : ''}`;
  });
  return [
    `应参加 ${grouping(tally.entitled.number)}，参加 ${grouping(tally.tookPart.number)}`,
    `自己加出来：${counted.join('；')}`,
    tally.outcome === 'passed' ? '按规则一步步算：通过' : '按规则一步步算：没有通过',
  ];
}

function accountsInWords({ months, entries, notices, ballots }: AccountsAnswer): string[] {
  const monthly = months.map(({ month, in: came, out, closing }) => {
    const name = `${Math.floor(month / 100)}年${month % 100}月`;
    return `${name}：收入 ${formatFen(came)} 元，支出 ${formatFen(out)} 元，月底结余 ${formatFen(closing)} 元，和公布的一样`;
  });
  const looked = [
    notices > 0 ? `公示 ${notices} 份，天数都够` : '',
    ballots > 0 ? `表决 ${ballots} 次，重新计票一样` : '',
  ];
  return [`${grouping(entries)} 笔账，每一笔借贷相等，一笔接一笔没有断`, ...monthly, ...looked.filter(Boolean)];
}

function receiptInWords({ receipt, choices }: RecountAnswer): HTMLLIElement[] {
  if (!receipt) return [];
  const own = inFours(receiptOf());
  if (!receipt.found) return [line(`没有找到回执号 ${own}。先看看是不是抄错了一位；没抄错，就拿着它到社区问。`, false)];
  const labels = receipt.choices.map((id) => choices.find((one) => one.id === id)?.label ?? id).join('、');
  if (!receipt.counted) return [line(`找到了您的这一票：“${labels}”。后来又投过，算的是后来那一票。`, true)];
  return [line(`找到了您的这一票：“${labels}”，算进去了。`, true)];
}

function show(answer: RecountAnswer | AccountsAnswer): void {
  const isSame = answer.ok;
  card.hidden = false;
  card.className = `card pad gap verdict ${isSame ? 'same' : 'differs'}`;
  const title = page.createElement('h2');
  title.textContent = isSame ? '算出来一样，没有人动过' : `对不上，先别信这个${kind === 'accounts' ? '账' : '结果'}`;
  const list = page.createElement('ul');
  list.className = 'gap';
  if (isSame) list.append(line(`校验码一样，${grouping(answer.lines)} 行记录一行没动`, true));
  else for (const reason of answer.reasons) list.append(line(reason, false));
  const words = answer.kind === 'accounts' ? accountsInWords(answer) : sumsInWords(answer);
  if (isSame) list.append(...words.map((one) => line(one, true)));
  if (answer.kind === 'ballot') list.append(...receiptInWords(answer));
  card.replaceChildren(title, list);
  if (!isSame)
    card.append(hint('把这一页截图，连同您用的文件，交给社区或街道查。楼道公示纸上印着同一个校验码，可以再对一遍。'));
  card.dataset.state = isSame ? 'same' : 'differs';
  button.disabled = false;
  button.textContent = '再算一遍';
}

function hint(words: string): HTMLElement {
  const paragraph = page.createElement('p');
  paragraph.className = 'soft gap';
  paragraph.textContent = words;
  return paragraph;
}

function say(words: string): void {
  card.hidden = false;
  card.className = 'card warm pad gap';
  card.replaceChildren(hint(words));
  card.dataset.state = 'stopped';
  button.disabled = false;
  button.textContent = '再试一次';
}

// --------------------------------------------------------------------------------------------------------- records

async function countFromServer(): Promise<void> {
  button.disabled = true;
  button.textContent = '正在下载记录…';
  try {
    const answer = await fetch(record);
    if (!answer.ok) return say('记录没有下载下来。过一会儿再试，或者选一个存下来的记录文件。');
    const text = await answer.text();
    button.textContent = adding;
    count(text);
    keep();
  } catch {
    say('现在没有网络，这台手机里也还没存过这份记录。连上网点一次，以后没网也能算。');
  }
}

async function countFile(chosen: File | undefined): Promise<void> {
  if (!chosen) return;
  button.disabled = true;
  button.textContent = adding;
  count(await chosen.text());
}

/** Everything this page is made of, with the record: afterwards it needs no network. */
function keep(): void {
  if (!('serviceWorker' in navigator)) return;
  const files = Array.from(
    page.querySelectorAll<HTMLElement>('link[rel=stylesheet], script[src], main img'),
    (one) => one.getAttribute('href') ?? one.getAttribute('src') ?? '',
  );
  const parts = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const own = parts.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'));
  const addresses = [
    location.pathname + location.search,
    record,
    workerAddress,
    ...files,
    ...own.map(({ pathname }) => pathname),
  ];
  navigator.serviceWorker
    .register(keeper, { scope })
    .then(() => navigator.serviceWorker.ready)
    .then(({ active }) => active?.postMessage({ keep: [...new Set(addresses.filter(Boolean))] }))
    .catch(() => undefined);
}

button.addEventListener('click', () => void countFromServer());
file.addEventListener('change', () => void countFile(file.files?.[0]));
for (const name of ['dragenter', 'dragover'] as const)
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
for (const name of ['dragleave', 'drop'] as const) drop.addEventListener(name, () => drop.classList.remove('over'));
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  void countFile(event.dataTransfer?.files[0]);
});
