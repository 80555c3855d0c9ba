import type { ReactNode } from 'react';
import { Link, useLoaderData, type LoaderFunctionArgs, type MetaDescriptor } from 'react-router';
import type { BrandPage as Page } from '#contract/brands';
import { ActivityCard } from '../../features/activities/activity-card.tsx';
import { ChoiceLine, OwnerLine, ProofList, SpaceCard, Tale, TeamCard } from '../../features/brands/brand-parts.tsx';
import { Poster } from '../../features/brands/poster.tsx';
import { YearFigures } from '../../features/brands/year-figures.tsx';
import { readArea } from '../../lib/area.ts';
import { api, need } from '../../lib/api.ts';
import { qrOf } from '../../lib/qr.server.ts';
import { useVisit } from '../../lib/visit.ts';
import { Section } from '../../ui/parts.tsx';
import { Share } from '../../ui/share.tsx';
import '../../features/brands/brands.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const area = await readArea(context, request, params.areaId);
  const path = { areaId: area.id };
  const brand = await need(api(context).GET('/api/v1/areas/{areaId}/brand', { params: { path } }), request);
  const address = `${context.origin}/b/${area.code ?? area.id}`;
  return { brand, address, qr: qrOf(address), picture: `${context.origin}${brand.picture.address}` };
}

/** What search machines and messengers read of the page. */
function dataOf({ brand, address, picture }: { brand: Page; address: string; picture: string }): object {
  const { space, next } = brand;
  const place = space
    ? { '@type': 'Place', name: space.name, address: `${brand.areaName} ${space.place}`.trim() }
    : null;
  return {
    '@context': 'https://schema.org',
    '@type': 'Brand',
    name: brand.name,
    slogan: brand.slogan,
    description: brand.story.slice(0, 160),
    image: picture,
    url: address,
    subjectOf: next.map((activity) => ({
      '@type': 'Event',
      name: activity.title,
      startDate: activity.startsAt,
      endDate: activity.endsAt,
      location: place ?? { '@type': 'Place', name: activity.place },
      organizer: { '@type': 'Organization', name: brand.areaName },
    })),
  };
}

export const meta = ({ data: page }: { data?: Awaited<ReturnType<typeof loader>> }): MetaDescriptor[] => {
  if (!page) return [{ title: '一社一品' }];
  const { brand, picture } = page;
  return [
    { title: `${brand.name} · ${brand.areaName}` },
    { name: 'description', content: brand.slogan },
    { property: 'og:title', content: `${brand.name} · ${brand.areaName}` },
    { property: 'og:description', content: brand.slogan },
    { property: 'og:image', content: picture },
    { 'script:ld+json': dataOf(page) as never },
  ];
};

/** The page people share: what a community is known for. */
export default function BrandPage(): ReactNode {
  const { brand, qr } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  return (
    <>
      <Poster brand={brand} now={now} />
      <main id="main" className="wrap page">
        <div className="two">
          <div>
            <Tale story={brand.story} />
            <OwnerLine owner={brand.owner} />
            {brand.next.length > 0 ? (
              <>
                <Section title="接下来" />
                <div className="scroll" role="group" aria-label="接下来的活动" tabIndex={0}>
                  {brand.next.map((activity) => (
                    <ActivityCard key={activity.id} activity={activity} now={now} />
                  ))}
                </div>
              </>
            ) : null}
            <ChoiceLine brand={brand} />
            <Section title="这一年" more={`/b/${brand.areaId}/year`} />
            <YearFigures figures={brand.figures} to={`/b/${brand.areaId}/year`} />
          </div>
          <div>
            <SpaceCard brand={brand} />
            <TeamCard brand={brand} />
            <ProofList brand={brand} />
            <Share
              title={brand.name}
              from={`${brand.areaName} · 一社一品`}
              text={brand.groupText}
              qr={qr}
              pictures={[brand.picture.address]}
            />
            <p className="hint gap center">
              <Link className="link" to="/brands">
                看全市各个社区的品牌
              </Link>
            </p>
          </div>
        </div>
      </main>
    </>
  );
}
