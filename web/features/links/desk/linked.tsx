import { useState } from 'react';
import { Button } from 'antd';
import { dayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import './links.css';
import { EndForm, LinkForm } from './link-forms.tsx';
import { useEndLink, useLinks, type Link } from './links-api.ts';

type Of = { areaId: string; number: string };

/** What was linked with a matter by hand, for its story; linking and ending a link. */
export function Linked({ areaId, number }: Of) {
  const links = useLinks(areaId, number);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Link | null>(null);
  if (!links.data) return null;
  const { items, kinds, can } = links.data;
  if (items.length === 0 && !can) return null;
  return (
    <section aria-label="关联">
      <h3 className="sec">
        关联
        {can && !adding && (
          <span className="r">
            <Button size="small" onClick={() => setAdding(true)}>
              关联一条记录
            </Button>
          </span>
        )}
      </h3>
      {items.length === 0 && !adding && (
        <p className="mute">同一件事的议题、会议、活动、付款，关联起来以后都在“一件事”上看得到。</p>
      )}
      {adding && <LinkForm {...{ areaId, number, kinds }} onClose={() => setAdding(false)} />}
      <Lines items={items} can={can} onEnd={setEnding} />
      {ending && <Ending key={ending.id} {...{ areaId, number }} link={ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function Lines({ items, can, onEnd }: { items: Link[]; can: boolean; onEnd: (link: Link) => void }) {
  const { now } = useSession();
  if (items.length === 0) return null;
  return (
    <ul className="link-lines">
      {items.map((link) => (
        <li key={link.id}>
          <span className="mute">{link.kindName}</span>
          <span>
            {link.href ? (
              <a className="fig" href={link.href}>
                {link.title}
              </a>
            ) : (
              link.title
            )}{' '}
            {link.line}{' '}
            <span className="mute">
              {[link.why, `${link.byName} ${dayName(link.at, now().toISOString())}关联`].filter(Boolean).join('，')}
            </span>
          </span>
          {can && (
            <Button size="small" aria-label={`取消关联 ${link.title}`} onClick={() => onEnd(link)}>
              取消关联
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Ending({ areaId, number, link, onClose }: Of & { link: Link; onClose: () => void }) {
  const end = useEndLink(areaId, number);
  const refused = refusedOf(end.error);
  return (
    <>
      <EndForm
        link={link}
        pending={end.isPending}
        onEnd={(reason) => end.mutate({ id: link.id, reason }, { onSuccess: onClose })}
        onClose={onClose}
      />
      {refused && <Note tone="late">{refused.detail}</Note>}
    </>
  );
}
