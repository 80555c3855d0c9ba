import type { ReactNode } from 'react';
import type { PublicBody } from '#contract/organisations';
import { Tag } from '../../ui/parts.tsx';

/** One body for everybody to see: who holds which post, and how to reach them. */
export function BodyCard({ body }: { body: PublicBody }): ReactNode {
  return (
    <section className="card pad gap">
      <h3>{body.name}</h3>
      {body.members.length === 0 ? <p className="soft">这一届还没有人。</p> : null}
      <ul className="posts">
        {body.members.map(({ post, name, partyMember, party }, at) => (
          <li key={`${post} ${name} ${at}`}>
            <span className="soft">{post}</span> <b>{name}</b>
            {party !== '' && party !== post ? <span className="soft"> {party}</span> : null}
            {partyMember ? <Tag tone="plain">党员</Tag> : null}
          </li>
        ))}
      </ul>
      {body.reach !== '' ? <p>怎么找：{body.reach}</p> : null}
      {body.termTo ? <p className="soft num">任期到 {body.termTo}</p> : null}
    </section>
  );
}
