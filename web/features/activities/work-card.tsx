import type { ReactNode } from 'react';
import type { Entry } from '../../../server/modules/activities/contests/contract.ts';
import { pictureAddress } from '../../ui/picture.ts';

/** A work on the wall: its picture, its name, how its author signs, and its honour. */
export function WorkCard({ work }: { work: Entry }): ReactNode {
  return (
    <figure className="card work">
      {work.picture ? (
        <div className="pic">
          <img src={pictureAddress(work.picture)} alt="" width="170" height="128" loading="lazy" />
          <span className="mock">示意图</span>
        </div>
      ) : null}
      <figcaption className="x">
        {work.honour ? <p className="honour">{work.honour}</p> : null}
        <p>
          <b>《{work.title}》</b>
        </p>
        <p className="soft">
          {work.number} 号 · {work.signed}
          {work.mine ? '（我的）' : ''}
        </p>
        {work.words ? <p className="hint">{work.words}</p> : null}
        {work.meanTenths !== null ? <p className="hint num">评委平均 {(work.meanTenths / 10).toFixed(1)} 分</p> : null}
      </figcaption>
    </figure>
  );
}
