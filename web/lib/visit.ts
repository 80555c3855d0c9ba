import { useRouteLoaderData, type AppLoadContext } from 'react-router';
import type { Me } from '#contract/accounts';
import { api, maybe } from './api.ts';

/** What every page knows of this visit. */
export type Visit = {
  demo: boolean;
  now: string;
  elder: boolean;
  me: Me | null;
  /** Matters that wait for this person. */
  waiting: number;
};

export function useVisit(): Visit {
  const visit = useRouteLoaderData<Visit>('root');
  return visit ?? { demo: false, now: '1970-01-01T00:00:00.000Z', elder: false, me: null, waiting: 0 };
}

const people = new WeakMap<AppLoadContext, Promise<Me | null>>();

/** Who asks for this page; nobody when not signed in. Asked once per page. */
export function readMe(context: AppLoadContext): Promise<Me | null> {
  const known = people.get(context);
  if (known) return known;
  const asked = maybe(api(context).GET('/api/v1/me'));
  people.set(context, asked);
  return asked;
}

/** The community a visitor looks at: the one chosen on this phone, else where she lives. */
export async function readCommunity(context: AppLoadContext, request: Request): Promise<string | null> {
  return readCookie(request, communityCookie) ?? (await readMe(context))?.homeArea?.id ?? null;
}

/** Whether to show the 长辈版: as chosen on this phone, else as chosen in the account. */
export async function readElder(context: AppLoadContext, request: Request): Promise<boolean> {
  const chosen = readCookie(request, viewCookie);
  return chosen ? chosen === 'elder' : Boolean((await readMe(context))?.elderMode);
}

export const communityCookie = 'liren_community';
export const viewCookie = 'liren_view';

function readCookie(request: Request, name: string): string | null {
  const found = new RegExp(`(?:^|;\\s*)${name}=([^;]+)`).exec(request.headers.get('cookie') ?? '');
  return found ? decodeURIComponent(found[1] ?? '') : null;
}

export function keepCookie(name: string, value: string): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`;
}
