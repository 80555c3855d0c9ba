import type { AppLoadContext } from 'react-router';
import type { HitKind, SearchAnswer } from '#contract/search';
import { api, refusedBy } from '../../lib/api.ts';
import type { Found } from './found.tsx';

/** What the address asks for, found in an area. What the words lack is said in a sentence; nothing else goes wrong here. */
export async function findIn(context: AppLoadContext, request: Request, areaId: string): Promise<Found> {
  const asked = new URL(request.url).searchParams;
  const q = (asked.get('q') ?? '').trim();
  if (q === '') return { q, answer: null, problem: null };
  const kind = asked.get('kind') as HitKind | null;
  const cursor = asked.get('cursor');
  const query = { q: q.slice(0, 300), area: areaId, ...(kind ? { kind } : {}), ...(kind && cursor ? { cursor } : {}) };
  const answer = await api(context).GET('/api/v1/search', { params: { query } });
  const refused = refusedBy(answer);
  return { q, answer: (answer.data as SearchAnswer | undefined) ?? null, problem: refused?.detail ?? null };
}
