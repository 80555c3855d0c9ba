import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BrandPage } from '#contract/brands';
import { Row, Section, Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';
import { dateName, paragraphsOf } from './brand-words.ts';

export function Tale({ story }: { story: string }): ReactNode {
  return (
    <div className="tale" data-read>
      {paragraphsOf(story).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

/** Where it happens, and whether the door is open now. */
export function SpaceCard({ brand }: { brand: BrandPage }): ReactNode {
  const { space, areaId } = brand;
  if (!space) return null;
  return (
    <>
      <Section title="在这里" />
      <Link className="card spot" to={`/venues/${areaId}/${space.id}`}>
        <div className="pic">
          <img src={pictureAddress(space.picture)} alt="" width="160" height="120" loading="lazy" />
          {space.picture.startsWith('/') ? null : <span className="mock">示意图</span>}
        </div>
        <div className="x">
          <p className="t">{space.name}</p>
          <p className="d">{space.place || space.kind}</p>
          {space.open ? (
            <Tag tone={space.open.isOpen ? 'ok' : 'plain'} icon="clock">
              {space.open.name}
            </Tag>
          ) : null}
        </div>
      </Link>
    </>
  );
}

/** Who does it. */
export function TeamCard({ brand }: { brand: BrandPage }): ReactNode {
  const { team, areaId } = brand;
  if (!team) return null;
  return (
    <section className="card gap">
      <Row
        to={`/teams/${areaId}/${team.id}`}
        icon="people"
        tone="bamboo"
        title={team.name}
        line={`${team.field}，${team.members} 个人，来了就教`}
      />
    </section>
  );
}

/** How the theme was found: by residents, or being found now. */
export function ChoiceLine({ brand }: { brand: BrandPage }): ReactNode {
  const { choice, areaId } = brand;
  if (!choice) return null;
  return (
    <section className={`card gap-l ${choice.isOpen ? 'waits' : ''}`}>
      <Row
        to={`/b/${areaId}/voices`}
        icon="chat"
        tone={choice.isOpen ? 'apricot' : 'bamboo'}
        title={choice.isOpen ? '下一步做什么，正在选' : `居民选出来的：${choice.theme ?? '社区来定'}`}
        line={choice.isOpen ? `${choice.voices} 人已经出声，您也来选一个` : `${choice.voices} 人出过声，看看大家怎么说`}
      />
    </section>
  );
}

/** Promotion and publicity, with whose and when. */
export function ProofList({ brand }: { brand: BrandPage }): ReactNode {
  if (brand.proofs.length === 0) return null;
  return (
    <>
      <Section title="别人怎么说" />
      <ul className="card">
        {brand.proofs.map((proof) => (
          <li key={proof.id} className="pad">
            <b>{proof.link ? <a href={proof.link}>{proof.title}</a> : proof.title}</b>
            <p className="hint">
              {proof.kindName} · {proof.givenBy} · {dateName(proof.givenOn)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

export function OwnerLine({ owner }: { owner: string }): ReactNode {
  return owner ? <p className="hint gap">专人管：{owner}。想来帮忙、有主意，到社区找这位。</p> : null;
}
