import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BrandCard as Card } from '#contract/brands';

/** One poster of the gallery: picture, name, promise, whose it is. */
export function BrandCard({ brand, eager = false }: { brand: Card; eager?: boolean }): ReactNode {
  return (
    <Link className="card" to={`/b/${brand.areaId}`}>
      <div className="pic">
        <img src={brand.picture.address} alt="" width="480" height="240" loading={eager ? 'eager' : 'lazy'} />
        {brand.picture.drawn ? <span className="mock">示意图</span> : null}
      </div>
      <div className="x">
        <h3 className="t">{brand.name}</h3>
        <p className="s">{brand.slogan}</p>
        <p className="d">
          {brand.areaName} · {brand.words.join(' · ')}
        </p>
      </div>
    </Link>
  );
}
