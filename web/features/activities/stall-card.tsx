import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { Stall } from '../../../server/modules/activities/stalls/contract.ts';
import { Tag } from '../../ui/parts.tsx';

/** A stall: its number on the ground, what it does, who keeps it, how many it served. */
export function StallCard({ stall, formKey }: { stall: Stall; formKey: string }): ReactNode {
  const stands = stall.state === 'asked' || stall.state === 'accepted';
  return (
    <article className="card stall">
      <p className="stall-number num" aria-label={stall.position ? `${stall.position} 号摊` : '还没有摊号'}>
        {stall.position ?? '·'}
      </p>
      <div>
        <h2>{stall.name}</h2>
        <p className="soft">
          {stall.service} · {stall.keeper}
        </p>
        {stall.served !== null ? <p className="soft num">服务了 {stall.served} 人次</p> : null}
        {stall.mine ? (
          <p className="tags">
            <Tag tone={stall.state === 'accepted' ? 'ok' : 'wait'}>我的：{stall.stateName}</Tag>
          </p>
        ) : null}
        {stall.reason ? <p className="soft">{stall.reason}</p> : null}
      </div>
      {stall.mine && stands ? (
        <Form method="post" reloadDocument>
          <input type="hidden" name="key" value={`${formKey}-${stall.id}`} />
          <button type="submit" name="stall" value={stall.id} className="btn quiet">
            不摆了
          </button>
        </Form>
      ) : null}
    </article>
  );
}
