import { Fragment, type ReactNode } from 'react';
import { Form } from 'react-router';
import type { Member } from '#contract/teams/members';
import type { TeamPage } from '#contract/teams';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/parts.tsx';
import './teams.css';

/** Who asks to join, with the two answers there are. */
export function Asking({ members, id }: { members: Member[]; id: string }): ReactNode {
  const asking = members.filter(({ state }) => state === 'asked');
  if (asking.length === 0) return null;
  return (
    <>
      <Section title="等您回复" note={`${asking.length} 人想加入`} />
      <ul className="card">
        {asking.map((member) => (
          <li key={member.id}>
            <Form method="post" reloadDocument className="row bare">
              <input type="hidden" name="key" value={`${id}-${member.id}`} />
              <input type="hidden" name="member" value={member.id} />
              <span>
                <span className="t">{member.name}</span>
                {member.skills.length > 0 ? <span className="d"> · {member.skills.join('、')}</span> : null}
              </span>
              <span className="pair even">
                <button
                  type="submit"
                  name="do"
                  value="refuse"
                  className="btn quiet"
                  aria-label={`这次不收：${member.name}`}
                >
                  这次不收
                </button>
                <button type="submit" name="do" value="accept" className="btn go" aria-label={`收下：${member.name}`}>
                  收下
                </button>
              </span>
            </Form>
          </li>
        ))}
      </ul>
    </>
  );
}

type Defaults = { day: string; from: string; to: string; place: string };

/** Who came: everybody is ticked off by name, as with a paper list. */
export function RollCall({ members, id, defaults }: { members: Member[]; id: string; defaults: Defaults }): ReactNode {
  const here = members.filter(({ state }) => state === 'member');
  return (
    <details className="card" open>
      <summary className="fold">
        <h2>点名</h2>
        <Icon name="chevron-right" size="s" />
      </summary>
      <Form method="post" reloadDocument className="folded">
        <input type="hidden" name="key" value={`${id}-roll`} />
        <label className="label" htmlFor="roll-day">
          哪天排的
        </label>
        <input
          className="field"
          id="roll-day"
          type="date"
          name="day"
          required
          max={defaults.day}
          defaultValue={defaults.day}
        />
        <div className="pair even gap">
          <label className="label">
            几点开始
            <input className="field" type="time" name="from" required defaultValue={defaults.from} />
          </label>
          <label className="label">
            几点散的
            <input className="field" type="time" name="to" required defaultValue={defaults.to} />
          </label>
        </div>
        <label className="label gap" htmlFor="roll-place">
          在哪儿
        </label>
        <input className="field" id="roll-place" name="place" required maxLength={60} defaultValue={defaults.place} />
        <fieldset className="gap">
          <legend className="label">来了谁</legend>
          <div className="chips top">
            {here.map((member) => (
              <Fragment key={member.id}>
                <input className="pick sr" type="checkbox" name="present" value={member.id} id={`here-${member.id}`} />
                <label className="chip" htmlFor={`here-${member.id}`}>
                  <Icon name="check" size="xs" />
                  {member.name}
                </label>
              </Fragment>
            ))}
          </div>
        </fieldset>
        <button type="submit" name="do" value="roll" className="btn go wide big gap" data-busy="正在记…">
          记下这一次
        </button>
      </Form>
    </details>
  );
}

/** What stands on the public page, in the leader's own words. */
export function TeamWords({ team, id }: { team: TeamPage; id: string }): ReactNode {
  return (
    <details className="card gap">
      <summary className="fold">
        <h2>改介绍</h2>
        <Icon name="chevron-right" size="s" />
      </summary>
      <Form method="post" reloadDocument className="folded">
        <input type="hidden" name="key" value={`${id}-words`} />
        <label className="label" htmlFor="team-meets">
          什么时候、在哪儿碰头
        </label>
        <input className="field" id="team-meets" name="meets" maxLength={80} defaultValue={team.meets} />
        <label className="label gap" htmlFor="team-story">
          队伍的故事
        </label>
        <textarea className="field" id="team-story" name="story" maxLength={2000} rows={5} defaultValue={team.story} />
        <label className="label gap" htmlFor="team-contact">
          怎么找到你们（会公开，别写私人电话）
        </label>
        <input className="field" id="team-contact" name="contact" maxLength={80} defaultValue={team.contact} />
        <label className="tick">
          <input type="checkbox" name="open" value="yes" defaultChecked={team.isOpen} />
          <span>正在招人</span>
        </label>
        <button type="submit" name="do" value="words" className="btn line wide gap" data-busy="正在记…">
          保存
        </button>
      </Form>
    </details>
  );
}

/** A name for who has no phone. */
export function AddByName({ id }: { id: string }): ReactNode {
  return (
    <details className="card gap">
      <summary className="fold">
        <h2>添一个人</h2>
        <Icon name="chevron-right" size="s" />
      </summary>
      <Form method="post" reloadDocument className="folded">
        <input type="hidden" name="key" value={`${id}-add`} />
        <label className="label" htmlFor="add-name">
          姓名（不用手机的老伙伴，名字写上就能点名）
        </label>
        <div className="find">
          <input className="field" id="add-name" name="name" required minLength={2} maxLength={20} />
          <button type="submit" name="do" value="add" className="btn line">
            添上
          </button>
        </div>
      </Form>
    </details>
  );
}

/** Books a hall in the name of the team. */
export function BookHall({
  halls,
  id,
  day,
}: {
  halls: { id: string; name: string }[];
  id: string;
  day: string;
}): ReactNode {
  if (halls.length === 0) return null;
  return (
    <details className="card gap">
      <summary className="fold">
        <h2>订场地</h2>
        <Icon name="chevron-right" size="s" />
      </summary>
      <Form method="post" reloadDocument className="folded">
        <input type="hidden" name="key" value={`${id}-hall`} />
        <label className="label" htmlFor="hall-venue">
          订哪里（记在队伍名下）
        </label>
        <select className="field" id="hall-venue" name="venue">
          {halls.map((hall) => (
            <option key={hall.id} value={hall.id}>
              {hall.name}
            </option>
          ))}
        </select>
        <label className="label gap" htmlFor="hall-day">
          哪天
        </label>
        <input className="field" id="hall-day" type="date" name="day" required min={day} />
        <div className="pair even gap">
          <label className="label">
            几点开始
            <input className="field" type="time" name="from" required defaultValue="19:00" />
          </label>
          <label className="label">
            几点散
            <input className="field" type="time" name="to" required defaultValue="20:30" />
          </label>
        </div>
        <button type="submit" name="do" value="hall" className="btn line wide gap" data-busy="正在订…">
          订下
        </button>
      </Form>
    </details>
  );
}
