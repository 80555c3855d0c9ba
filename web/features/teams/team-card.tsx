import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Team } from '#contract/teams';
import { Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';

/** A picture that fills its frame, marked where it is drawn. */
export function Picture({ picture, wide = false }: { picture: string | null; wide?: boolean }): ReactNode {
  const address = pictureAddress(picture ?? 'team-volunteers');
  const [width, height] = wide ? ['360', '203'] : ['216', '122'];
  return (
    <div className="pic">
      <img src={address} alt="" width={width} height={height} loading={wide ? 'eager' : 'lazy'} />
      {address.startsWith('/illustrations/') ? <span className="mock">示意图</span> : null}
    </div>
  );
}

/** How I stand to a team, else whether it looks for people. */
export function TeamTag({ team }: { team: Pick<Team, 'standing' | 'isOpen'> }): ReactNode {
  if (team.standing === 'asked') return <Tag tone="wait">等队长回复</Tag>;
  if (team.standing !== 'none') {
    return (
      <Tag tone="ok" icon="check">
        {team.standing === 'leader' ? '您带的队' : '您在队里'}
      </Tag>
    );
  }
  return team.isOpen ? <Tag tone="wait">正在招人</Tag> : <Tag tone="plain">人满了</Tag>;
}

/** Picture, name, how many, when they meet. */
export function TeamCard({ team }: { team: Team }): ReactNode {
  return (
    <Link className="card ev" to={`/teams/${team.areaId}/${team.id}`}>
      <Picture picture={team.picture} />
      <div className="x">
        <p className="t">{team.name}</p>
        <p className="d num">
          {team.field} · {team.members} 人
          <br />
          {team.meets}
        </p>
        <TeamTag team={team} />
      </div>
    </Link>
  );
}
