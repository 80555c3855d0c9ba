import { Fragment, type ReactNode } from 'react';
import { Form, Link } from 'react-router';
import type { TopicPage } from '#contract/deliberation/topics';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/parts.tsx';

type Card = { topic: TopicPage; formKey: string; signedIn: boolean; path: string };

/** How many support it, how many are missing, and the buttons for it. */
export function SupportCard({ topic, formKey, signedIn, path }: Card): ReactNode {
  const { supports, settings, actions, state } = topic;
  const share = Math.min(100, Math.round((supports / settings.supports) * 100));
  const may = (act: string): boolean => actions.includes(act);
  return (
    <section className="card pad gap">
      <p className="topic-count num">
        <Icon name="heart" size="s" />
        <b>{supports} 位邻居附议</b>
      </p>
      {state === 'open' ? <progress className="meter" max={100} value={share} aria-hidden="true" /> : null}
      <p className="soft" data-read>
        {topic.next}
      </p>
      <Form method="post" reloadDocument className="stack gap">
        <input type="hidden" name="key" value={formKey} />
        {may('support') ? (
          <button type="submit" className="btn go wide big" name="act" value="support" data-busy="正在记…">
            <Icon name="heart" />
            我附议
          </button>
        ) : null}
        {may('unsupport') ? (
          <button type="submit" className="btn quiet wide" name="act" value="unsupport">
            附议过了，收回附议
          </button>
        ) : null}
        {may('follow') ? (
          <button type="submit" className="btn line wide" name="act" value="follow">
            <Icon name="bell" />
            关注，有进展告诉我
          </button>
        ) : null}
        {may('unfollow') ? (
          <button type="submit" className="btn quiet wide" name="act" value="unfollow">
            不再关注
          </button>
        ) : null}
      </Form>
      {!signedIn && (state === 'open' || state === 'in-progress') ? (
        <Link className="btn go wide big" to={`/login?next=${encodeURIComponent(path)}`}>
          登录以后附议、说两句
        </Link>
      ) : null}
      {signedIn && state === 'open' && actions.length === 0 ? (
        <p className="hint">这是{topic.areaName}的事，住在这里的人才能附议。</p>
      ) : null}
    </section>
  );
}

const kinds = [
  { value: 'for', label: '赞成' },
  { value: 'against', label: '有顾虑' },
  { value: 'suggestion', label: '有建议' },
];

/** 我来说两句. */
export function SpeakForm({ formKey }: { formKey: string }): ReactNode {
  return (
    <>
      <Section title="我来说两句" note="社区看过就登出来" />
      <Form method="post" reloadDocument className="card pad">
        <input type="hidden" name="key" value={formKey} />
        <fieldset>
          <legend className="sr">您的意思</legend>
          <div className="chips top">
            {kinds.map(({ value, label }, at) => (
              <Fragment key={value}>
                <input
                  className="pick sr"
                  type="radio"
                  id={`kind-${value}`}
                  name="kind"
                  value={value}
                  defaultChecked={at === 0}
                />
                <label className="chip" htmlFor={`kind-${value}`}>
                  <Icon name="check" size="s" />
                  {label}
                </label>
              </Fragment>
            ))}
          </div>
        </fieldset>
        <label className="label gap" htmlFor="say-body">
          想说的话
        </label>
        <textarea className="field" id="say-body" name="body" required minLength={2} maxLength={500} rows={3} />
        <label className="tick">
          <input type="checkbox" name="named" value="yes" />
          <span>写上我的职务（楼栋长、志愿者等；没有就写“邻居某**”）</span>
        </label>
        <button type="submit" className="btn go wide big gap" name="act" value="speak" data-busy="正在送…">
          说出来
        </button>
      </Form>
    </>
  );
}
