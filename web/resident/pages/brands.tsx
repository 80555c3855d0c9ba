import type { ReactNode } from 'react';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { BrandCard } from '../../features/brands/brand-card.tsx';
import { api, need } from '../../lib/api.ts';
import { Bar } from '../../ui/bar.tsx';
import { Empty, Section } from '../../ui/parts.tsx';
import '../../features/brands/brands.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  return { gallery: await need(api(context).GET('/api/v1/brands'), request) };
}

export const meta = (): { title?: string; name?: string; content?: string }[] => [
  { title: '一社一品' },
  { name: 'description', content: '一个社区一个品牌：看看各个社区把什么做成了自己的。' },
];

/** The gallery of the city: every community's brand, by district. */
export default function Brands(): ReactNode {
  const { gallery } = useLoaderData<typeof loader>();
  return (
    <>
      <Bar wide title="各社区的品牌" back="/" />
      <main id="main" className="wrap page">
        <h1 className="brand-name">一社一品</h1>
        <p className="slogan">
          {gallery.count} 个社区，{gallery.count} 样拿手的
        </p>
        <p className="soft gap">把身边的文化摸清楚，大家商量着选一样，长年做下去，就成了自己的品牌。</p>
        {gallery.count === 0 ? (
          <Empty title="还没有社区公开品牌" line="书记审核通过以后，会挂在这里。" />
        ) : (
          gallery.districts.map(({ name, brands }, at) => (
            <section key={name} aria-label={name}>
              <Section title={name} note={`${brands.length} 个`} />
              <div className="wall">
                {brands.map((brand) => (
                  <BrandCard key={brand.areaId} brand={brand} eager={at === 0} />
                ))}
              </div>
            </section>
          ))
        )}
      </main>
    </>
  );
}
