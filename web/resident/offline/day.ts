import { isDayOver } from '../../lib/offline/clock.ts';
import type { Day, Vault } from './vault.ts';

/** Today, page by page as the server drew it for keeping: laid away when there is network, shown when there is none. */

const freshMs = 600_000;

/** Fetches today anew when something has changed since, or ten minutes have passed. */
export async function keepDay(vault: Vault): Promise<void> {
  const stamp = document.querySelector<HTMLElement>('[data-day]')?.dataset.day ?? '';
  const now = vault.read();
  const known = await vault.readDay().catch(() => null);
  const isFresh = known?.stamp === stamp && now.device - known.at.device < freshMs && !isDayOver(known.at, now);
  if (isFresh) return;
  try {
    const answer = await fetch('/grid/day', { credentials: 'same-origin', redirect: 'error' });
    if (answer.ok) await vault.putDay(dayOf(await answer.text(), vault, stamp));
  } catch {
    // Without network today stays as it was kept before.
    return;
  }
}

function dayOf(text: string, vault: Vault, stamp: string): Day {
  const day = new DOMParser().parseFromString(text, 'text/html').getElementById('day');
  const pages: Record<string, string> = {};
  for (const part of Array.from(day?.querySelectorAll<HTMLElement>('[data-page]') ?? []))
    pages[part.dataset.page ?? ''] = part.innerHTML;
  return { at: vault.read(), clock: day?.dataset.at ?? '', elder: day?.dataset.elder === '1', stamp, pages };
}

/** The page of this address; what else the address asks for is asked of the server only. */
function pageOf({ pages }: Day): string {
  const path = location.pathname.replace(/\/$/, '') + location.search;
  const isOf = (name: string): boolean => path === name || path.startsWith(`${name}${name.includes('?') ? '&' : '?'}`);
  return Object.keys(pages).find(isOf) ?? '';
}

/** Puts the page of this address into the one that stands in; then its comfort, which looks at what is there. */
export async function showDay(day: Day, comfort: string): Promise<void> {
  const page = day.pages[pageOf(day)];
  if (day.elder) document.documentElement.classList.add('elder');
  if (page === undefined) return;
  // Drawn by our server, and sealed here since.
  const drawn = new DOMParser().parseFromString(page, 'text/html').body;
  for (const old of Array.from(document.querySelectorAll('.bar, main'))) old.remove();
  document.body.append(...Array.from(drawn.childNodes));
  for (const address of comfort.split(' ').filter(Boolean))
    await import(/* @vite-ignore */ address).catch(() => undefined);
}
