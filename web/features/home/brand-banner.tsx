import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BrandCard } from '../../../server/modules/brands/contract.ts';

/** What the community is known for: its picture over the whole width, its name written upon it. */
export function BrandBanner({ brand }: { brand: BrandCard }): ReactNode {
  return (
    <Link className="card brand-banner" to={`/b/${brand.areaId}`}>
      <div className="pic">
        <img src={brand.picture.address} alt="" width="720" height="405" loading="lazy" />
        {brand.picture.drawn ? <span className="mock">示意图</span> : null}
      </div>
      <div className="x">
        <p className="hint">一社一品</p>
        <p className="n">{brand.name}</p>
        <p>{brand.slogan}</p>
      </div>
    </Link>
  );
}
