import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Team } from '../../../server/modules/teams/contract.ts';
import { pictureAddress } from '../../ui/picture.ts';
import { Section } from '../../ui/parts.tsx';

/** Teams that look for members, to push along with the thumb. */
export function TeamStrip({ teams, code }: { teams: Team[]; code: string }): ReactNode {
  return (
    <section aria-label="招人的队伍">
      <Section title="一起来玩" more={`/c/${code}/teams`} />
      <div className="scroll" role="group" aria-label="招人的队伍" tabIndex={0}>
        {teams.map((team) => (
          <Link key={team.id} className="card ev" to={`/teams/${team.areaId}/${team.id}`}>
            <div className="pic">
              <img src={pictureAddress(team.picture ?? 'dance')} alt="" width="216" height="122" loading="lazy" />
              {team.picture?.startsWith('/api') ? null : <span className="mock">示意图</span>}
            </div>
            <div className="x">
              <p className="t">{team.name}</p>
              <p className="d">
                {[team.field, `${team.members} 人`].join(' · ')}
                <br />
                {team.meets}
              </p>
            </div>
          </Link>
        ))}
      </div>
    </section>
  );
}
