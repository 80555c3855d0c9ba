import type { ReactNode } from 'react';
import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type AppLoadContext,
  type LoaderFunctionArgs,
} from 'react-router';
import { clockTime, dayName, shanghaiDate } from '#shared/time';
import { AddByName, Asking, BookHall, RollCall, TeamWords } from '../../features/teams/manage-parts.tsx';
import { api, keyOf, maybe, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { FormProblem, Section, Tag } from '../../ui/parts.tsx';
import { Icon } from '../../ui/icon.tsx';

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', teamId: params.id ?? '' };
  const base = '/api/v1/areas/{areaId}/teams/{teamId}';
  const venues = { path: { areaId: path.areaId }, query: { bookable: 'true' as const } };
  const [team, people, held, halls] = await Promise.all([
    need(api(context).GET(base, { params: { path } }), request),
    need(api(context).GET(`${base}/members`, { params: { path } }), request),
    need(api(context).GET(`${base}/rehearsals`, { params: { path } }), request),
    maybe(api(context).GET('/api/v1/areas/{areaId}/venues', { params: venues })),
  ]);
  return {
    team,
    members: people.items,
    held: held.items.slice(0, 6),
    halls: halls?.items ?? [],
    key: crypto.randomUUID(),
  };
}

type Path = { areaId: string; teamId: string };

/** Sends what was pressed: an answer, a roll call, a new name, or the words of the page. */
async function send(context: AppLoadContext, path: Path, form: FormData) {
  const base = '/api/v1/areas/{areaId}/teams/{teamId}';
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const moment = (time: string): string => new Date(`${text('day')}T${text(time)}:00+08:00`).toISOString();
  const deed = form.get('do');
  const params = { path, header: keyOf(form) };
  if (deed === 'accept' || deed === 'refuse') {
    const member = { ...params, path: { ...path, memberId: text('member') } };
    return api(context).POST(`${base}/members/{memberId}/answer`, {
      params: member,
      body: { accept: deed === 'accept' },
    });
  }
  if (deed === 'roll') {
    const body = {
      startsAt: moment('from'),
      endsAt: moment('to'),
      place: text('place'),
      present: form.getAll('present').map(String),
    };
    return api(context).POST(`${base}/rehearsals`, { params, body });
  }
  if (deed === 'hall') {
    const body = { venueId: text('venue'), startsAt: moment('from'), endsAt: moment('to') };
    return api(context).POST(`${base}/bookings`, { params, body });
  }
  if (deed === 'add') {
    const body = { name: text('name'), role: 'member' as const, skills: [], shown: false };
    return api(context).POST(`${base}/members`, { params, body });
  }
  const isOpen = form.get('open') === 'yes';
  const body = { story: text('story'), meets: text('meets'), contact: text('contact'), isOpen };
  return api(context).PATCH(base, { params, body });
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', teamId: params.id ?? '' };
  const form = await request.formData();
  const isRoll = form.get('do') === 'roll';
  if (isRoll && form.getAll('present').length === 0)
    return data({ sentence: '还没有点到人，勾上来了的再记。' }, { status: 422 });
  const answer = await send(context, path, form);
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  const made = form.get('do') === 'hall' ? (answer.data as { id: string }).id : null;
  if (made) return redirect(`/bookings/${path.areaId}/${made}`);
  return redirect(`/teams/${path.areaId}/${path.teamId}/manage`);
}

export const meta = (): { title: string }[] => [{ title: '管队伍' }];

export default function TeamManage(): ReactNode {
  const { team, members, held, halls, key } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string }>();
  const { now } = useVisit();
  const [last] = held;
  const defaults = {
    day: shanghaiDate(now),
    from: last ? clockTime(last.startsAt).padStart(5, '0') : '19:00',
    to: last ? clockTime(last.endsAt).padStart(5, '0') : '20:30',
    place: last?.place ?? '',
  };
  return (
    <>
      <Bar title={team.name} back={`/teams/${team.areaId}/${team.id}`} heading />
      <main id="main" className="wrap">
        <FormProblem sentence={said?.sentence} />
        <Asking members={members} id={key} />
        <Section title="带队" note={`${team.members} 人`} />
        <RollCall members={members} id={key} defaults={defaults} />
        <BookHall halls={halls} id={key} day={defaults.day} />
        <TeamWords team={team} id={key} />
        <AddByName id={key} />
        {held.length > 0 ? (
          <>
            <Section title="最近排练" note={`近一年 ${team.rehearsals.held} 次`} />
            <ul className="known">
              {held.map(({ id, startsAt, place, present }) => (
                <li key={id}>
                  <Icon name="check" size="s" />
                  <span className="num">
                    {dayName(startsAt, now)} {clockTime(startsAt)} · {place} · 来了 {present} 人
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <p className="tags gap">
          <Tag tone="plain">名单只有您和社区看得到</Tag>
        </p>
      </main>
    </>
  );
}
