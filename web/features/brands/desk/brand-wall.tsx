import { useQuery } from '@tanstack/react-query';
import type { BrandGallery } from '#contract/brands';
import { ask, refusedOf } from '../../../lib/desk/api.ts';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';

/** The brands of the communities below an area, by district. */
export function BrandWall({ area }: { area: { id: string; name: string } }) {
  const found = useQuery({
    queryKey: ['brand', area.id, 'wall'],
    queryFn: () => ask<BrandGallery>('brands', { area: area.id }),
  });
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  return (
    <div className="brand-desk">
      <div className="page-head">
        <h1>一社一品</h1>
        <span className="mute">
          {area.name} {found.data.count} 个社区公开了品牌；换到一个社区可以看它的年度复核
        </span>
      </div>
      {found.data.count === 0 && <Empty>下面的社区还没有公开品牌。</Empty>}
      {found.data.districts.map(({ name, brands }) => (
        <section key={name} className="posters">
          <h2>
            {name} <span className="mute">{brands.length}</span>
          </h2>
          <ul>
            {brands.map((brand) => (
              <li key={brand.areaId}>
                <a className="card" href={`/b/${brand.areaId}`} target="_blank" rel="noreferrer">
                  <img src={brand.picture.address} alt="" />
                  <span className="name">{brand.name}</span>
                  <span>{brand.slogan}</span>
                  <span className="mute">{brand.areaName}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
