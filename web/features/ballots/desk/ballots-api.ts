import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BallotList, BallotPage, BallotWords, ElectorateCount, NewBallot } from '#contract/ballots';
import type { ElectorLine, ElectorList, NewDelivery, NewProxy, TurnoutPage } from '#contract/ballots/desk';
import type { NewPaperEntry, PaperEntered, PaperFound, PaperSheet, SlipCodes } from '#contract/ballots/papers';
import { ask, queryText, send } from '../../../lib/desk/api.ts';

export type { BallotPage, BallotWords, ElectorLine, TurnoutPage };
export type Building = TurnoutPage['buildings'][number];
export type BallotFilter = 'draft' | 'open' | 'closed';

const at = (areaId: string, id: string, rest = ''): string => `areas/${areaId}/ballots/${id}${rest}`;

export function useBallots(areaId: string, state: BallotFilter | null, cursor: string | null) {
  return useQuery({
    queryKey: ['ballots', areaId, 'list', state, cursor],
    queryFn: () => ask<BallotList>(`areas/${areaId}/ballots`, { state, cursor, limit: 50 }),
    placeholderData: keepPreviousData,
  });
}

export function useBallot(areaId: string, id: string) {
  return useQuery({
    queryKey: ['ballots', areaId, id, 'one'],
    queryFn: () => ask<BallotPage>(at(areaId, id)),
  });
}

export function useWords(areaId: string) {
  return useQuery({
    queryKey: ['ballots', areaId, 'words'],
    queryFn: () => ask<BallotWords>(`areas/${areaId}/ballot-words`),
  });
}

export function useElectorate(areaId: string, electorate: string, estateId: string | null) {
  return useQuery({
    queryKey: ['ballots', areaId, 'electorate', electorate, estateId],
    queryFn: () => ask<ElectorateCount>(`areas/${areaId}/ballot-electorate`, { electorate, estateId }),
    enabled: electorate !== '',
  });
}

export function useTurnout(areaId: string, id: string, enabled = true) {
  return useQuery({
    queryKey: ['ballots', areaId, id, 'turnout'],
    queryFn: () => ask<TurnoutPage>(at(areaId, id, '/turnout')),
    enabled,
  });
}

export type Doors = { state: 'all' | 'open'; buildingId: string | null };
const pagesMost = 40;

/** All doors of a building, page by page: a board shows them at once. */
async function readDoors(areaId: string, id: string, { state, buildingId }: Doors): Promise<ElectorLine[]> {
  const doors: ElectorLine[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pagesMost; page++) {
    const list: ElectorList = await ask(at(areaId, id, '/electors'), { state, buildingId, cursor, limit: 200 });
    doors.push(...list.items);
    cursor = list.nextCursor;
    if (!cursor) break;
  }
  return doors;
}

export function useDoors(areaId: string, id: string, doors: Doors, enabled = true) {
  return useQuery({
    queryKey: ['ballots', areaId, id, 'doors', doors],
    queryFn: () => readDoors(areaId, id, doors),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function electorsAddress(areaId: string, id: string, state: string, buildingId: string | null): string {
  return `/api/v1/${at(areaId, id, '/electors.xlsx')}${queryText({ state, buildingId })}`;
}

function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['ballots'] }),
  });
}

export function useDraft(areaId: string, key: string) {
  return useChange((body: NewBallot) => send<{ id: string }>(`areas/${areaId}/ballots`, { body, key }));
}

export function useOpen(areaId: string, id: string) {
  return useChange((body: { closesAt: string; estateId?: string }) =>
    send<{ id: string }>(at(areaId, id, '/open'), { body }),
  );
}

export function useWithdraw(areaId: string, id: string) {
  return useChange((reason: string) => send<{ id: string }>(at(areaId, id, '/withdraw'), { body: { reason } }));
}

export function useDeliver(areaId: string, id: string) {
  return useChange((body: Partial<NewDelivery> & Pick<NewDelivery, 'electorIds' | 'way'>) =>
    send<{ delivered: number }>(at(areaId, id, '/deliveries'), { body }),
  );
}

export function useProxy(areaId: string, id: string) {
  return useChange((body: NewProxy) => send<{ id: string }>(at(areaId, id, '/proxies'), { body }));
}

export function useWithdrawProxy(areaId: string, id: string) {
  return useChange((proxyId: string) => send<{ id: string }>(at(areaId, id, `/proxies/${proxyId}/withdraw`)));
}

export function useRemind(areaId: string, id: string) {
  return useChange(() => send<{ id: string }>(at(areaId, id, '/remind')));
}

/** Somebody took a slip of a secret ballot: which one is nobody's. */
export function useTakeSlip(areaId: string, id: string) {
  return useChange((electorId: string) => send<{ id: string }>(at(areaId, id, `/electors/${electorId}/slip`)));
}

export function useExclude(areaId: string, id: string) {
  return useChange(({ electorId, reason }: { electorId: string; reason: string }) =>
    send<{ id: string }>(at(areaId, id, `/electors/${electorId}/exclude`), { body: { reason } }),
  );
}

export function usePapers(areaId: string, id: string, buildingId: string | null, enabled: boolean) {
  return useQuery({
    queryKey: ['ballots', areaId, id, 'papers', buildingId],
    queryFn: () => ask<PaperSheet>(at(areaId, id, '/papers'), { buildingId }),
    enabled,
  });
}

export function useFindPaper(areaId: string, id: string) {
  return useMutation({
    mutationFn: (code: string) => ask<PaperFound>(at(areaId, id, `/papers/${encodeURIComponent(code)}`)),
  });
}

export function useEnterPaper(areaId: string, id: string) {
  return useChange((body: NewPaperEntry) => send<PaperEntered>(at(areaId, id, '/papers'), { body }));
}

export function useMakeSlips(areaId: string, id: string) {
  return useChange((count: number) => send<SlipCodes>(at(areaId, id, '/slips'), { body: { count } }));
}
