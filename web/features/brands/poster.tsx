import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BrandPage } from '#contract/brands';
import { Icon } from '../../ui/icon.tsx';
import { ageName } from './brand-words.ts';

/** The top of the page people share: the picture edge to edge, the name large, the promise in one sentence. */
export function Poster({ brand, now }: { brand: BrandPage; now: string }): ReactNode {
  const age = ageName(brand.startedOn, now);
  return (
    <>
      <header className="poster">
        <img src={brand.picture.address} alt="" width="960" height="480" fetchPriority="high" />
        <Link className="tool back" to={`/c/${brand.areaId}`} aria-label="返回">
          <Icon name="back" />
        </Link>
        <button type="button" className="tool send script" data-do="share" aria-label="发到群里">
          <Icon name="share" />
        </button>
        {brand.picture.drawn ? <span className="mock">示意图</span> : null}
      </header>
      <div className="board">
        <span className="seal" aria-hidden="true">
          一社
          <br />
          一品
        </span>
        <p className="where">
          {brand.districtName} · {brand.areaName}
          {age ? `，做了 ${age}` : ''}
        </p>
        <h1 className="brand-name" data-read>
          {brand.name}
        </h1>
        <p className="slogan" data-read>
          {brand.slogan}
        </p>
        {brand.words.length > 0 ? (
          <p className="brand-words">
            {brand.words.map((word) => (
              <span key={word}>{word}</span>
            ))}
          </p>
        ) : null}
      </div>
    </>
  );
}
