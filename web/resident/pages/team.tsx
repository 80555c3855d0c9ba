import type { ReactNode } from 'react';
import {
  data,
  Form,
  Link,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import { Picture, TeamTag } from '../../features/teams/team-card.tsx';
import { TeamDoings, TeamKnown } from '../../features/teams/team-facts.tsx';
import { WorkCard } from '../../features/teams/work-card.tsx';
import { api, keyOf, maybe, need, refusedBy, signInPath } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem, Section, Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import { Share } from '../../ui/share.tsx';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', teamId: params.id ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/teams/{teamId}', { params: { path } });
  const query = { teamId: path.teamId };
  const works = api(context).GET('/api/v1/areas/{areaId}/works', { params: { path: { areaId: path.areaId }, query } });
  const [team, shown] = await Promise.all([need(asked, request), maybe(works)]);
  const address = `${context.origin}/teams/${path.areaId}/${path.teamId}`;
  return { team, works: shown?.items ?? [], qr: qrOf(address), key: crypto.randomUUID() };
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', teamId: params.id ?? '' };
  const form = await request.formData();
  const init = { params: { path, header: keyOf(form) } };
  const address = '/api/v1/areas/{areaId}/teams/{teamId}/membership';
  const answer =
    form.get('do') === 'leave'
      ? await api(context).DELETE(address, init)
      : await api(context).POST(address, { ...init, body: { shown: form.get('shown') === 'yes', skills: [] } });
  const refused = refusedBy(answer);
  if (refused?.status === 401) return redirect(signInPath(request));
  if (refused) return data({ sentence: refused.detail }, { status: refused.status });
  return redirect(`/teams/${path.areaId}/${path.teamId}`);
}

export const meta = ({ data: page }: { data?: { team: { name: string } } }): { title: string }[] => [
  { title: page?.team.name ?? '队伍' },
];

export default function TeamPage(): ReactNode {
  const { team, works, qr, key } = useLoaderData<typeof loader>();
  const said = useActionData<{ sentence: string }>();
  const { now } = useVisit();
  return (
    <>
      <Bar title="队伍" back={`/c/${team.areaId}/teams`}>
        <Tool does="share" label="发到群里" icon="share" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <div className="card">
          <Picture picture={team.picture} wide />
        </div>
        <h1 className="title gap" data-read>
          {team.name}
        </h1>
        <p className="tags gap">
          <Tag tone="plain">{team.field}</Tag>
          <TeamTag team={team} />
        </p>
        <FormProblem sentence={said?.sentence} />
        <TeamKnown team={team} now={now} />
        {team.story ? (
          <p className="quote gap" data-read>
            {team.story}
          </p>
        ) : null}
        {team.actions.includes('manage') ? (
          <Link className="btn line wide gap" to={`/teams/${team.areaId}/${team.id}/manage`}>
            <Icon name="list" />
            {team.waiting > 0 ? `管队伍：${team.waiting} 人等您回复` : '管队伍：点名、收人、改介绍'}
          </Link>
        ) : null}
        {team.actions.includes('join') ? <Join id={key} /> : null}
        <TeamDoings team={team} now={now} />
        {works.length > 0 ? (
          <>
            <Section title="队里的作品" more={`/c/${team.areaId}/works`} />
            <div className="stack">
              {works.map((work) => (
                <WorkCard key={work.id} work={work} />
              ))}
            </div>
          </>
        ) : null}
        <Share
          title={team.name}
          from={`${team.areaName} · 队伍`}
          text={team.groupText}
          qr={qr}
          pictures={[pictureAddress(team.picture ?? 'team-volunteers')]}
        />
        {team.actions.includes('leave') ? <Leave id={key} asked={team.standing === 'asked'} /> : null}
      </main>
    </>
  );
}

/** One tap to ask; whether the name may be shown is asked in the same breath. */
function Join({ id }: { id: string }): ReactNode {
  return (
    <Form method="post" reloadDocument className="gap">
      <input type="hidden" name="key" value={id} />
      <button type="submit" name="do" value="join" className="btn go wide big" data-busy="正在记…">
        我要加入
      </button>
      <label className="tick">
        <input type="checkbox" name="shown" value="yes" />
        <span className="soft">名字可以写在队伍的页面上（不勾就只有队长和社区知道）</span>
      </label>
    </Form>
  );
}

function Leave({ id, asked }: { id: string; asked: boolean }): ReactNode {
  return (
    <Form method="post" reloadDocument className="gap-l">
      <input type="hidden" name="key" value={id} />
      <button type="submit" name="do" value="leave" className="btn quiet wide">
        {asked ? '不加入了，撤回申请' : '退出这支队伍'}
      </button>
    </Form>
  );
}
