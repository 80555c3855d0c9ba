import { ask, community } from './app.ts';

/** A screen that somebody opens: whose it is, where it stands, and which face of the app it belongs to. */
export type Screen = { path: string; as?: string; face: 'public' | 'resident' | 'grid' | 'desk' | 'wall' | 'print' };

type List<Item> = { items: Item[] };
type Account = { id: string; latest: { month: number } | null };
type Matter = { areaId: string; number: string; traceCode: string };

/** Every screen there is, each with something to show. Asked of the running app once per file. */
export async function listScreens(): Promise<Screen[]> {
  const { homeArea } = await ask<{ homeArea: { id: string } }>('resident', 'me');
  const areaId = homeArea.id;
  const matters = (username: string, query: string): Promise<List<Matter>> =>
    ask(username, `areas/${areaId}/matters?limit=1&${query}`);
  const [mine, waiting, solved, notices, activities, homes, duties, venues] = await Promise.all([
    matters('resident', 'mine=reported'),
    matters('grid', 'mine=waiting'),
    ask<List<{ code: string }>>('resident', `areas/${areaId}/public-matters?state=solved`),
    ask<List<{ id: string }>>('resident', `areas/${areaId}/notices`),
    ask<List<{ id: string }>>('resident', `areas/${areaId}/activities`),
    ask<List<{ id: string }>>('grid', `areas/${areaId}/households?limit=1`),
    ask<List<{ set: string; subject: { id: string } }>>('grid', 'duties/day'),
    ask<List<{ id: string }>>('resident', `areas/${areaId}/venues`),
  ]);
  const { items: teams } = await ask<List<{ id: string }>>('resident', `areas/${areaId}/teams`);
  const { items: myTeams } = await ask<List<{ id: string }>>('resident', 'me/teams');
  const { items: talents } = await ask<List<{ id: string }>>(
    'community',
    `areas/${areaId}/registers/talents/records?limit=1`,
  );
  const record = talents[0]?.id;
  const rooms = await ask<List<{ id: string }>>('resident', `areas/${areaId}/venues?bookable=true`);
  const [room] = rooms.items.slice(-1);
  const booking = (await ask<List<{ id: string }>>('resident', 'me/bookings')).items[0];
  const { items: hanging } = await ask<List<{ id: string }>>('resident', `areas/${areaId}/publicities`);
  const { items: hung } = await ask<List<{ id: string }>>('resident', `areas/${areaId}/publicities?ended=true`);
  const { items: works } = await ask<List<{ id: string }>>('resident', `areas/${areaId}/works`);
  const [seriesList, markets, contests] = await Promise.all([
    ask<List<{ id: string }>>('resident', `areas/${areaId}/series`),
    ask<List<{ id: string }>>('resident', `areas/${areaId}/activities?kind=market&limit=1`),
    ask<List<{ id: string; title: string }>>('resident', `areas/${areaId}/activities?kind=contest&limit=100`),
  ]);
  const series = seriesList.items[0];
  const inState = (state: 'open' | 'closed'): Promise<List<{ id: string }>> =>
    ask('secretary', `areas/${areaId}/ballots?state=${state}&limit=1`);
  const [openBallots, closedBallots] = await Promise.all([inState('open'), inState('closed')]);
  const ballots = [...openBallots.items, ...closedBallots.items];
  const closed = closedBallots.items[0];
  const market = markets.items[0]?.id;
  const contest = contests.items.find(({ title }) => title.includes('藏书票'))?.id;
  const first = activities.items[0]?.id ?? '';
  const door = await ask<{ id: string; sessions: { id: string }[] }>('grid', `areas/${areaId}/activities/${first}`);
  const topics = await ask<List<{ id: string }>>('resident', `areas/${areaId}/topics`);
  const [toCome, held] = await Promise.all([
    ask<List<{ id: string }>>('resident', `areas/${areaId}/meetings?when=next`),
    ask<List<{ id: string }>>('resident', `areas/${areaId}/meetings?when=past`),
  ]);
  const { items: letters } = await ask<List<{ id: string }>>('resident', `areas/${areaId}/letters`);
  const letter = letters[0]?.id;
  const meeting = toCome.items[0]?.id;
  const past = held.items.at(-1)?.id;
  const { items: funds } = await ask<List<{ id: string }>>('committee', `areas/${areaId}/funds`);
  const fund = funds[0] && `/desk/funds/${areaId}/${funds[0].id}`;
  const { items: accounts } = await ask<List<Account>>('resident', `areas/${areaId}/public-accounts`);
  const account = accounts.find(({ latest }) => latest !== null);
  const line = account && (await lineOf(areaId, account));
  const own = mine.items[0];
  const hers = waiting.items[0];
  const of = (face: Screen['face'], as: string | undefined, ...paths: (string | false | undefined)[]): Screen[] =>
    paths.flatMap((path) => (path ? [{ face, path, ...(as ? { as } : {}) }] : []));
  const home = homes.items[0]?.id;
  const duty = duties.items[0];
  return [
    ...of('public', undefined, '/?choose=1', `/c/${community}`, `/c/${community}/solved`, `/c/${community}/month`),
    ...of('public', undefined, `/c/${community}/search`, `/c/${community}/search?q=${encodeURIComponent('飞线')}`),
    ...of('public', undefined, `/c/${community}/notices`, `/c/${community}/activities`, '/login', '/login?way=phone'),
    ...of('public', undefined, '/tour', '/clock', `/t/${solved.items[0]?.code}`, `/w/${areaId}/seven-step-loop`),
    ...of('public', undefined, `/notices/${areaId}/${notices.items[0]?.id}`),
    ...of('public', undefined, `/c/${community}/publicity`, `/p/${areaId}/${hung[0]?.id}`),
    ...of('resident', 'resident', `/p/${areaId}/${hanging[0]?.id}`),
    ...of('public', undefined, `/c/${community}/accounts`, account && `/f/${areaId}/${account.id}`),
    ...of('public', undefined, account && `/f/${areaId}/${account.id}/reckon?month=${account.latest?.month ?? ''}`),
    ...of('resident', 'owner', account && `/f/${areaId}/${account.id}`, line),
    ...of('desk', 'street', '/desk/funds'),
    ...of('desk', 'secretary', ...tabsOf(areaId, account)),
    ...of('print', 'secretary', account && `/desk/funds/${areaId}/${account.id}/${account.latest?.month ?? ''}/print`),
    ...of('desk', 'secretary', '/desk/publicity', `/desk/publicity?open=${hanging[0]?.id}`),
    ...of('print', 'secretary', `/desk/publicity/${areaId}/${hanging[0]?.id}/print`),
    ...of('public', undefined, `/activities/${areaId}/${activities.items[0]?.id}`),
    ...of('public', undefined, `/c/${community}/venues`, `/c/${community}/circle`),
    ...of('public', undefined, `/venues/${areaId}/${venues.items[0]?.id}`),
    ...of('public', undefined, `/r/${areaId}/talents`, `/r/${areaId}/heritage`, `/r/${areaId}/rules`),
    ...of(
      'public',
      undefined,
      series && `/series/${areaId}/${series.id}`,
      market && `/activities/${areaId}/${market}/stalls`,
    ),
    ...of('public', undefined, contest && `/contests/${areaId}/${contest}`, `/c/${community}/reading`),
    ...of('resident', 'resident', `/c/${community}/reading`),
    ...of('public', undefined, `/c/${community}/ballots`, ...ballots.map(({ id }) => `/v/${areaId}/${id}`)),
    ...of('public', undefined, closed && `/v/${areaId}/${closed.id}/recount`),
    ...of('resident', 'resident', `/c/${community}/ballots`, ...ballots.map(({ id }) => `/v/${areaId}/${id}`)),
    ...of('desk', 'secretary', '/desk/ballots', '/desk/ballots/new'),
    ...of('desk', 'secretary', ...ballots.map(({ id }) => `/desk/ballots/${areaId}/${id}`)),
    ...of('print', 'secretary', closed && `/desk/ballots/${areaId}/${closed.id}/notice`),
    ...of('public', undefined, '/brands', `/b/${community}`, `/b/${community}/year`, `/b/${community}/voices`),
    ...of('resident', 'resident', `/b/${community}/voices`),
    ...of('desk', 'secretary', '/desk/brand'),
    ...of('desk', 'city', '/desk/brand'),
    ...of('print', 'secretary', '/desk/brand/print'),
    ...of(
      'resident',
      'resident',
      '/report',
      '/my',
      '/me',
      '/messages',
      '/password',
      own && `/m/${areaId}/${own.number}`,
    ),
    ...of('public', undefined, `/c/${community}/teams`, `/teams/${areaId}/${teams[0]?.id}`),
    ...of('resident', 'resident', `/teams/${areaId}/${myTeams[0]?.id}`, `/teams/${areaId}/${myTeams[0]?.id}/manage`),
    ...of('resident', 'resident', room && `/venues/${areaId}/${room.id}/book`, `/bookings/${areaId}/in/0.a.b`),
    ...of('resident', 'resident', booking && `/bookings/${areaId}/${booking.id}`),
    ...of('public', undefined, `/c/${community}/talk`, topics.items[0] && `/topics/${areaId}/${topics.items[0].id}`),
    ...of('resident', 'resident', `/topics/${areaId}/new`),
    ...of('public', undefined, meeting && `/meetings/${areaId}/${meeting}`, past && `/meetings/${areaId}/${past}`),
    ...of(
      'desk',
      'community',
      '/desk/meetings',
      '/desk/meetings?tab=past',
      meeting && `/desk/meetings/${areaId}/${meeting}`,
    ),
    ...of(
      'desk',
      'community',
      past && `/desk/meetings/${areaId}/${past}`,
      meeting && `/desk/meetings/${areaId}/${meeting}/door`,
    ),
    ...of('print', 'community', past && `/desk/meetings/${areaId}/${past}/print`),
    ...of('resident', 'resident', letter && `/letters/${areaId}/${letter}`),
    ...of('desk', 'community', '/desk/letters', letter && `/desk/letters?open=${letter}`),
    ...of('print', 'community', letter && `/desk/letters/${areaId}/${letter}/print`),
    ...of('desk', 'community', '/desk/topics', '/desk/topics?tab=voices', '/desk/topics?tab=open'),
    ...of('public', undefined, `/c/${community}/works`, `/works/${areaId}/${works[0]?.id}`),
    ...of('resident', 'resident', `/works/${areaId}/new`, '/shifts'),
    ...of('desk', 'secretary', '/desk/teams', '/desk/works', '/desk/shifts'),
    ...of('public', undefined, `/c/${community}/bodies`),
    ...of('desk', 'community', '/desk/bodies', '/desk/owners'),
    ...of('print', 'community', '/desk/bodies/print'),
    ...of('desk', 'committee', '/desk/funds', fund, fund && `${fund}?tab=bank`),
    ...of('desk', 'secretary', fund && `${fund}?tab=waiting`),
    ...of('resident', 'resident', '/tickets'),
    ...of('grid', 'grid', door && `/grid/attendance/${areaId}/${door.id}/${door.sessions[0]?.id}`),
    ...of('resident', 'elder', '/elder'),
    ...of('grid', 'grid', '/grid', '/grid/matters', '/grid/report', '/grid/messages', '/grid/me', '/grid/offline'),
    ...of('grid', 'grid', `/grid/search?q=${encodeURIComponent('楼道')}`),
    ...of('grid', 'grid', hers && `/grid/m/${areaId}/${hers.number}`, home && `/grid/households/${home}`),
    ...of('grid', 'grid', duty && `/grid/duty/${areaId}/${duty.set}/${duty.subject.id}`),
    ...of('grid', 'volunteer', '/grid'),
    ...of('desk', 'secretary', '/desk/duties', '/desk/duties?list=1'),
    ...of('desk', 'community', '/desk', '/desk/matters', '/desk/matters/new', '/desk/methods', '/desk/figures'),
    ...of('desk', 'community', hers && `/desk/matters/${areaId}/${hers.number}`, '/desk/people'),
    ...of('desk', 'community', `/desk/search?q=${encodeURIComponent('飞线')}`),
    ...of('desk', 'secretary', '/desk/map', '/desk/bookings', '/desk/bookings?view=day'),
    ...of('desk', 'community', home && `/desk/people/${areaId}/${home}`),
    ...of('desk', 'secretary', '/desk/methods/seven-step-loop', '/desk/methods/thirty-minute-response'),
    ...of(
      'desk',
      'secretary',
      '/desk/publishing',
      '/desk/settings',
      '/desk/setup',
      '/desk/imports/residents',
      '/desk/imports/places',
      '/desk/blanks',
      '/desk/relief',
      '/desk/accounts',
      '/desk/sessions',
    ),
    ...of('desk', 'secretary', '/desk/standard', '/desk/standard?item=S5.3', '/desk/standard?view=pilots'),
    ...of('desk', 'city', '/desk/standard'),
    ...of('print', 'community', '/desk/standard/print'),
    ...of('desk', 'secretary', '/desk/activities', '/desk/activities/new', '/desk/activities/series'),
    ...of('desk', 'secretary', `/desk/activities/${areaId}/${first}`, `/desk/activities/${areaId}/${first}/door`),
    ...of('print', 'secretary', `/desk/activities/${areaId}/${first}/list`),
    ...of('desk', 'community', '/desk/venues', '/desk/venues/new', `/desk/venues/${areaId}/${venues.items[0]?.id}`),
    ...of(
      'desk',
      'community',
      '/desk/registers',
      '/desk/registers/talents',
      record && `/desk/registers/talents?open=${record}`,
    ),
    ...of('desk', 'city', '/desk', '/desk/matters', '/desk/figures'),
    ...of(
      'print',
      'community',
      '/desk/methods/seven-step-loop/print',
      '/desk/door-notices',
      `/desk/venues/${areaId}/${venues.items[0]?.id}/print`,
      hers && `/desk/print/slip/${areaId}/${hers.number}`,
    ),
    ...of('print', 'community', hers && `/desk/print/reply/${areaId}/${hers.number}`),
    ...of('wall', 'city', '/screen'),
  ];
}

/** The last published line of an account: what was asked of a line, and whether one may ask, is best seen there. */
async function lineOf(areaId: string, { id, latest }: Account): Promise<string> {
  const month = latest?.month ?? 0;
  const { shown } = await ask<{ shown: { lines: { seq: number }[] } | null }>(
    'resident',
    `areas/${areaId}/funds/${id}/account?month=${month}`,
  );
  return `/f/${areaId}/${id}/${month}/${shown?.lines.at(-1)?.seq ?? ''}`;
}

const tabsOf = (areaId: string, account: Account | undefined): string[] =>
  ['months', 'questions', 'supervision', 'handover'].flatMap((tab) =>
    account ? [`/desk/funds/${areaId}/${account.id}?tab=${tab}`] : [],
  );
