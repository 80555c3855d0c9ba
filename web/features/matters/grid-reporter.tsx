import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { MatterDetail } from '#contract/matters';
import { Icon } from '../../ui/icon.tsx';
import { Problem, telHref } from '../../ui/parts.tsx';
import { Phrases } from './grid-fields.tsx';

export type Called = { phone?: string; sentence?: string; reason: string };

const reasons = ['约上门的时间', '问清楚在哪里', '告诉他办得怎么样'];

/** The sealed field that holds a telephone, when the matter has one. */
export function phoneFieldOf(matter: MatterDetail): string | null {
  return matter.fields.find(({ type, private: closed }) => type === 'phone' && closed)?.id ?? null;
}

/** Who reported it. The number is masked; opening it takes a reason, which is kept. */
export function GridReporter({
  matter,
  called,
  open,
}: {
  matter: MatterDetail;
  called: Called | undefined;
  open: boolean;
}): ReactNode {
  const { reporter } = matter;
  if (!reporter) return null;
  const who = reporter.onBehalf ? `${reporter.name}，${reporter.onBehalf}代报` : reporter.name;
  const field = phoneFieldOf(matter);
  if (!field || !reporter.phone)
    return (
      <p className="card row gap" id="call">
        <span className="disc">
          <Icon name="user" />
        </span>
        <span>
          <span className="t">{reporter.isMe ? '您自己报的' : who}</span>
          <br />
          <span className="d">没留电话</span>
        </span>
      </p>
    );
  if (called?.phone)
    return (
      <section className="card calm pad gap" id="call">
        <p>
          {who}，<b className="num">{called.phone}</b>
        </p>
        <a className="btn call big wide gap" href={telHref(called.phone)}>
          <Icon name="phone" />
          拨打
        </a>
        <p className="hint gap">这次查看和原因记下来了。</p>
      </section>
    );
  return (
    <details className="card gap more" id="call" open={open || called?.sentence !== undefined}>
      <summary className="row">
        <span className="disc bamboo">
          <Icon name="phone" />
        </span>
        <span>
          <span className="t">打电话给{reporter.name}</span>
          <br />
          <span className="d num">
            {reporter.phone}
            {reporter.onBehalf ? `，${reporter.onBehalf}代报` : ''}
          </span>
        </span>
        <Icon name="chevron-right" size="s" />
      </summary>
      <Form method="post" reloadDocument className="pad">
        <input type="hidden" name="field" value={field} />
        <label className="label" htmlFor="call-reason">
          为什么打这个电话
        </label>
        <Phrases to="call-reason" phrases={reasons} />
        <input
          id="call-reason"
          name="reason"
          className={called?.sentence ? 'field wrong' : 'field'}
          defaultValue={called?.reason ?? ''}
          maxLength={200}
          autoComplete="off"
        />
        <Problem id="call-reason" sentence={called?.sentence} />
        <button type="submit" className="btn call big wide gap" name="do" value="call" data-busy="正在打开…">
          看号码
        </button>
        <p className="hint gap">看了谁的号码、为什么，都会记下来。</p>
      </Form>
    </details>
  );
}
