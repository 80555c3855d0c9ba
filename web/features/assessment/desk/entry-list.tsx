import { Link } from 'react-router';
import { Image } from 'antd';
import type { AssessmentEntry, StandardItem, StandardSheet } from '#contract/assessment';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { useWithdrawEntry } from './assessment-api.ts';

/** What people decided on an item and what proves it, the latest first; what was taken back stays, struck out. */
export function EntryList({ sheet, item }: { sheet: StandardSheet; item: StandardItem }) {
  const withdraw = useWithdrawEntry(sheet.areaId, sheet.standard.id, item.id);
  const refused = refusedOf(withdraw.error);
  return (
    <section className="entries">
      <h3>评定与佐证</h3>
      <ul>
        {item.entries.map((entry) => (
          <li key={entry.id} className={entry.withdrawn ? 'gone' : ''}>
            <Entry entry={entry} />
            {sheet.actions.includes('judge') && !entry.withdrawn && (
              <button
                type="button"
                className="plain fig xs"
                disabled={withdraw.isPending}
                onClick={() => withdraw.mutate(entry.id)}
              >
                撤回
              </button>
            )}
          </li>
        ))}
      </ul>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </section>
  );
}

function Entry({ entry }: { entry: AssessmentEntry }) {
  const { now } = useSession();
  const { verdict, words, link, pictures, by, at, withdrawn } = entry;
  return (
    <div className="sp">
      <p>
        {verdict && <b>评为“{verdict}” </b>}
        {words}
      </p>
      {pictures.length > 0 && (
        <Image.PreviewGroup>
          {pictures.map((picture) => (
            <figure key={picture.id}>
              <Image
                src={picture.small}
                preview={{ src: picture.full }}
                alt="佐证照片"
                width={84}
                height={64}
                style={{ objectFit: 'cover' }}
              />
              {picture.drawn && <figcaption className="mute xs">示意图</figcaption>}
            </figure>
          ))}
        </Image.PreviewGroup>
      )}
      {link && <Proof link={link} />}
      <p className="mute xs">
        {by} · {momentName(at, now())}
        {withdrawn && ' · 已撤回'}
      </p>
    </div>
  );
}

function Proof({ link }: { link: string }) {
  return link.startsWith('/') ? (
    <Link className="fig sm" to={link}>
      打开作为佐证的记录
    </Link>
  ) : (
    <a className="fig sm" href={link} target="_blank" rel="noreferrer">
      打开作为佐证的网页
    </a>
  );
}
