import type { ReactNode } from 'react';
import type { PublicRecord } from '#contract/registers';

/** Things to see, picture first: a craft, a wall, a lane. */
export function PictureCards({ items }: { items: PublicRecord[] }): ReactNode {
  return (
    <div className="stack grid3 gap">
      {items.map((one) => (
        <article key={one.id} className="card sight">
          <div className="pic">
            <img src={one.picture ?? '/illustrations/street.svg'} alt="" width="360" height="203" loading="lazy" />
            {one.picture && !one.picture.startsWith('/illustrations/') ? null : <span className="mock">示意图</span>}
            {one.group ? <span className="kind">{one.group}</span> : null}
          </div>
          <div className="pad">
            <h2>{one.name}</h2>
            {one.story ? <p className="soft">{one.story}</p> : null}
            {one.tags.length > 0 ? <p className="hint">{one.tags.join('、')}</p> : null}
            <dl>
              {one.facts.map(({ label, text }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </div>
        </article>
      ))}
    </div>
  );
}
