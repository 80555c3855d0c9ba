import { useState } from 'react';
import { Image } from 'antd';
import type { HistoryEntry } from '#contract/matters';
import { momentName } from '#shared/time';
import { useSession } from '../../../../lib/desk/session.tsx';

/** What happened, newest first; only ever added to. */
export function History({ entries }: { entries: HistoryEntry[] }) {
  const [all, showAll] = useState(true);
  const steps = entries.filter((entry) => entry.kind === 'begin' || entry.fromStep !== null);
  const shown = all ? entries : steps;
  return (
    <section aria-label="经过">
      <h3 className="sec">
        经过 <span className="mute light">{entries.length} 条，只增不改</span>
        <span className="r">
          <button
            type="button"
            className={all ? 'plain' : 'plain on'}
            aria-pressed={!all}
            onClick={() => showAll(false)}
          >
            只看步骤
          </button>
          {' · '}
          <button type="button" className={all ? 'plain on' : 'plain'} aria-pressed={all} onClick={() => showAll(true)}>
            全部
          </button>
        </span>
      </h3>
      <ol className="tl">
        {shown.map((entry) => (
          <Entry key={entry.seq} entry={entry} isFirst={entry === entries.at(-1)} />
        ))}
      </ol>
    </section>
  );
}

/** What the first entry says stands in the facts above already. */
function Entry({ entry, isFirst }: { entry: HistoryEntry; isFirst: boolean }) {
  const { now } = useSession();
  const moves = entry.fromStep !== null && entry.fromStep !== entry.toStep;
  const pictures = entry.fields.flatMap((field) => field.pictures ?? []);
  const said = isFirst ? [] : entry.fields.filter((field) => !field.pictures);
  const who = `${entry.actorTitle} ${entry.actorName}`.trim();
  return (
    <li className={moves || entry.kind === 'begin' ? undefined : 'k'}>
      <time dateTime={entry.at}>{momentName(entry.at, now())}</time>
      <b>{moves ? `${entry.fromStep ?? ''} → ${entry.toStep}` : entry.label}</b>
      {'　'}
      {who}
      {moves && entry.label ? ` ${entry.label}` : ''}
      {entry.late && <b className="late-text"> 逾期</b>}
      {entry.reason && <span className="mute">：“{entry.reason}”</span>}
      {said.length > 0 && (
        <div className="mute">{said.map((field) => `${field.label.zh} ${field.text}`).join('；')}</div>
      )}
      {pictures.length > 0 && (
        <Image.PreviewGroup>
          <div className="tiny">
            {pictures.map((picture) => (
              <Image
                key={picture.id}
                src={picture.small}
                preview={{ src: picture.full }}
                width={56}
                height={40}
                alt="照片"
              />
            ))}
          </div>
        </Image.PreviewGroup>
      )}
    </li>
  );
}
