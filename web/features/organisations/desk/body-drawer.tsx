import { useState } from 'react';
import { Button, Drawer, Input, Popover } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Empty, Note } from '../../../ui/desk/states.tsx';
import { BodyFormDrawer } from './body-form.tsx';
import { useClose, type Body, type BodyReview } from './bodies-api.ts';
import { MemberForm } from './member-form.tsx';
import { MemberRow } from './member-row.tsx';

type Props = { body: Body; review: BodyReview; onClose: () => void };

/** One body: what it lacks, who sits in it, who has left, and a line to add somebody. */
export function BodyDrawer({ body, review, onClose }: Props) {
  const [edits, edit] = useState(false);
  if (edits) return <BodyFormDrawer body={body} start={null} review={review} onClose={() => edit(false)} />;
  const composition = review.compositions.find(({ id }) => id === body.composition);
  return (
    <Drawer
      open
      size={560}
      mask={false}
      onClose={onClose}
      title={body.name}
      extra={
        <Button size="small" onClick={() => edit(true)}>
          改资料
        </Button>
      }
    >
      <div className="body-fields">
        <p className="mute sm">
          {[body.kind, body.estateName, body.placeName, body.termTo && `任期到 ${body.termTo}`]
            .filter(Boolean)
            .join(' · ')}
          {body.reach && <br />}
          {body.reach && `怎么找：${body.reach}`}
        </p>
        {body.vacancies.length > 0 && <Note tone="due">{body.vacancies.join('，')}。</Note>}
        <h2 className="part">
          成员 <span className="mute">{body.members.length} 人</span>
        </h2>
        {body.members.length === 0 && <Empty>还没有登记成员。</Empty>}
        <ul>
          {body.members.map((member) => (
            <MemberRow key={member.id} body={body} member={member} />
          ))}
        </ul>
        <MemberForm body={body} review={review} />
        {composition && <CompositionPart composition={composition} />}
        {body.left.length > 0 && (
          <>
            <h2 className="part">离任的</h2>
            <ul>
              {body.left.map(({ id, name, post, leftOn, leftWhy }) => (
                <li key={id} className="line mute">
                  {name} {post} · {leftOn} {leftWhy}
                </li>
              ))}
            </ul>
          </>
        )}
        <CloseBody body={body} onClosed={onClose} />
      </div>
    </Drawer>
  );
}

function CompositionPart({ composition }: { composition: BodyReview['compositions'][number] }) {
  return (
    <section>
      <h2 className="part">{composition.name}</h2>
      <ul>
        {composition.parts.map(({ sign, name, parties }) => (
          <li key={sign} className="line">
            <b>{sign}</b> {name}：<span className="mute">{parties.join('、')}</span>
          </li>
        ))}
      </ul>
      {composition.inferred && <p className="mute sm">{composition.inferred}</p>}
    </section>
  );
}

const shortest = 2;

function CloseBody({ body, onClosed }: { body: Body; onClosed: () => void }) {
  const [reason, setReason] = useState('');
  const close = useClose(body.areaId, body.id);
  const refused = refusedOf(close.error);
  const form = (
    <form
      className="verb"
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate(reason.trim(), { onSuccess: onClosed });
      }}
    >
      <label htmlFor="close-body">为什么撤？成员的职务会一起结束，名册还查得到</label>
      <Input id="close-body" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      {refused && <p className="problem">{refused.detail}</p>}
      <Button
        danger
        size="small"
        htmlType="submit"
        disabled={reason.trim().length < shortest}
        loading={close.isPending}
      >
        撤掉
      </Button>
    </form>
  );
  return (
    <p className="foot">
      <Popover trigger="click" content={form} arrow={false} destroyOnHidden>
        <Button size="small">撤掉这个组织</Button>
      </Popover>
    </p>
  );
}
