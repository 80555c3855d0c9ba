import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import type { ActivityPage } from '#contract/activities';
import { Icon } from '../../ui/icon.tsx';
import { Tag } from '../../ui/parts.tsx';

type Member = ActivityPage['party'][number];
const open = ['open', 'full'];

/** One press for oneself; below it the household, each with a press of their own. */
export function Party({ activity, formKey }: { activity: ActivityPage; formKey: string }): ReactNode {
  const { party, state } = activity;
  const me = party.find((one) => one.isMe);
  const family = party.filter((one) => !one.isMe);
  if (!open.includes(state) && !party.some((one) => one.state)) return null;
  return (
    <Form method="post" reloadDocument className="gap">
      <input type="hidden" name="key" value={formKey} />
      <Mine activity={activity} me={me} />
      {family.length > 0 ? (
        <>
          <p className="label gap">替家人报名</p>
          <ul className="card party">
            {family.map((one) => (
              <li key={one.who}>
                <span>
                  <span className="t">{one.name}</span>{' '}
                  <span className="hint num">{one.age === null ? birthWords(one) : `${one.age} 岁`}</span>
                  {one.state || one.why ? (
                    <>
                      <br />
                      <Standing one={one} />
                    </>
                  ) : null}
                </span>
                <Press activity={activity} one={one} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {party.some((one) => one.state) ? (
        <p className="center gap">
          <Link className="link" to="/tickets">
            <Icon name="qr" size="s" />
            看我的票
          </Link>
        </p>
      ) : null}
    </Form>
  );
}

const birthWords = ({ birthYear }: Member): string => (birthYear === null ? '' : `${birthYear} 年生`);

function Standing({ one }: { one: Member }): ReactNode {
  if (one.state === 'waiting')
    return (
      <Tag tone="wait" icon="hourglass">
        排在第 {one.place} 位
      </Tag>
    );
  if (one.state === 'enrolled')
    return (
      <span className="tags">
        <Tag tone="ok" icon="check">
          报上了
        </Tag>
        {one.ageToCheck ? <Tag tone="wait">年龄待核，请带证件</Tag> : null}
      </span>
    );
  return <span className="hint">{one.why}</span>;
}

function Press({ activity, one }: { activity: ActivityPage; one: Member }): ReactNode {
  if (!open.includes(activity.state)) return null;
  if (one.state)
    return (
      <button type="submit" name="cancel" value={one.who} className="btn quiet" data-busy="正在记…">
        取消
      </button>
    );
  if (one.why) return null;
  return (
    <button type="submit" name="who" value={one.who} className="btn line" data-busy="正在记…">
      {activity.state === 'full' ? '排队' : '报名'}
    </button>
  );
}

/** The large press, or what came of it. */
function Mine({ activity, me }: { activity: ActivityPage; me: Member | undefined }): ReactNode {
  const isOpen = open.includes(activity.state);
  if (me?.state)
    return (
      <section className={me.state === 'enrolled' ? 'card calm pad' : 'card warm pad'} role="status">
        <p>
          <b>{me.state === 'enrolled' ? '您报上了' : `您排在第 ${me.place} 位`}</b>
          {me.state === 'enrolled'
            ? `，到时候扫门口的码签到。${me.ageToCheck ? '请带上证件，年龄要核一下。' : ''}`
            : '。有人让出名额就按顺序轮到，会发消息告诉您。'}
        </p>
        {isOpen ? (
          <button type="submit" name="cancel" value="me" className="btn quiet wide gap" data-busy="正在记…">
            {me.state === 'enrolled' ? '去不了，把座位让出来' : '不排了'}
          </button>
        ) : null}
      </section>
    );
  if (!isOpen) return null;
  if (me?.why) return <p className="card warm pad">{me.why}</p>;
  return (
    <button type="submit" name="who" value="me" className="btn go wide big" data-busy="正在记…">
      {activity.state === 'full' ? '名额满了，我来排队' : '我要报名'}
    </button>
  );
}
