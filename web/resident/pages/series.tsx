import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { EditionCard } from '../../features/activities/edition-card.tsx';
import { api, need } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import { Share } from '../../ui/share.tsx';
import '../../features/activities/programmes.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', seriesId: params.id ?? '' };
  const asked = api(context).GET('/api/v1/areas/{areaId}/series/{seriesId}', { params: { path } });
  const series = await need(asked, request);
  const address = `${context.origin}/series/${path.areaId}/${path.seriesId}`;
  return { series, address, qr: qrOf(address) };
}

export const meta = ({ data: page }: { data?: { series: { name: string } } }): { title: string }[] => [
  { title: page?.series.name ?? '系列活动' },
];

type Page = ReturnType<typeof useLoaderData<typeof loader>>['series'];

export default function SeriesPage(): ReactNode {
  const { series, address, qr } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  const picture = pictureAddress(series.picture ?? 'neighbours-festival');
  const next = series.coming[0];
  const text = [
    `【${series.areaName}】${series.name}${series.theme ? `：${series.theme}` : ''}`,
    next ? `下一场：${next.title}，${next.place}` : '',
    `看看：${address}`,
  ];
  return (
    <>
      <Bar title={series.kindName} back={`/c/${series.areaId}/activities`}>
        <Tool does="share" label="发到群里" icon="share" />
      </Bar>
      <main id="main" className="wrap">
        <div className="card pic">
          <img src={picture} alt="" width="360" height="203" />
          {picture.startsWith('/illustrations/') ? <span className="mock">示意图</span> : null}
        </div>
        <h1 className="title gap">{series.name}</h1>
        {series.theme ? <p className="series-theme">{series.theme}</p> : null}
        {series.story ? <p className="quote gap">{series.story}</p> : null}
        <Figures series={series} />
        <Fixed series={series} />
        {series.coming.length > 0 ? <Section title="接下来" note={`${series.coming.length} 场`} /> : null}
        <div className="stack">
          {series.coming.map((one) => (
            <EditionCard key={one.id} areaId={series.areaId} edition={one} now={now} />
          ))}
        </div>
        {series.past.length > 0 ? <Section title="办过的" note={`${series.held} 场`} /> : null}
        <div className="stack">
          {series.past.slice(0, 12).map((one) => (
            <EditionCard key={one.id} areaId={series.areaId} edition={one} now={now} />
          ))}
        </div>
        <Share
          title={series.name}
          from={`${series.areaName} · ${series.kindName}`}
          text={text.filter(Boolean).join('\n')}
          qr={qr}
          pictures={[picture]}
        />
      </main>
    </>
  );
}

/** 人 and 人次 side by side, each with its word: they are never added. */
function Figures({ series }: { series: Page }): ReactNode {
  if (series.personTimes === 0) return null;
  const figures: [string, string, string][] = [
    ['办过', String(series.held), '场'],
    ['来过', String(series.people), '人'],
    ['一共', String(series.personTimes), '人次'],
  ];
  return (
    <dl className="series-figures gap">
      {figures.map(([word, count, unit]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd className="num">
            <b>{count}</b> {unit}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Fixed({ series }: { series: Page }): ReactNode {
  if (series.fixed.length === 0) return null;
  const held = series.fixed.filter(({ isOver }) => isOver).length;
  return (
    <>
      <Section title={`${series.year} 年四场`} note={`办了 ${held} / ${series.fixed.length}`} />
      <ol className="series-fixed">
        {series.fixed.map(({ name, activityId, isOver }) => (
          <li key={name} className={isOver ? 'held' : activityId ? 'planned' : ''}>
            {activityId ? <Link to={`/activities/${series.areaId}/${activityId}`}>{name}</Link> : <span>{name}</span>}
            <small>
              {isOver ? (
                <>
                  <Icon name="check" size="xs" />
                  办了
                </>
              ) : activityId ? (
                '排好了'
              ) : (
                '还没排'
              )}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}
