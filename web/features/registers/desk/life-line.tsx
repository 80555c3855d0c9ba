import type { RecordDetail, RegisterPage } from '#contract/registers';
import { dayName, momentName } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';

/** The states of the main line with the day each was last come into; where the record stands is marked. */
export function LifeLine({ record, register }: { record: RecordDetail; register: RegisterPage }) {
  const { now } = useSession();
  const dates = new Map([...record.history].reverse().map((line) => [line.to, line.at]));
  const here = register.states.find(({ id }) => id === record.state?.id);
  const shown = register.states.filter((state) => state.main || state.id === here?.id);
  return (
    <ol className="life-line" aria-label="走到哪里了">
      {shown.map((state) => {
        const at = dates.get(state.label);
        const isHere = state.id === here?.id;
        return (
          <li
            key={state.id}
            className={isHere ? 'here' : at ? 'been' : undefined}
            {...(isHere ? { 'aria-current': 'step' as const } : {})}
          >
            <b>{state.label}</b>
            <span className="faint sm">{at ? dayName(at, now()) : ''}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** What became of a record, newest first; only ever added to. */
export function RecordHistory({ record }: { record: RecordDetail }) {
  const { now } = useSession();
  return (
    <section aria-label="经过">
      <h3 className="sec">
        经过 <span className="mute light">{record.history.length} 条，只增不改</span>
      </h3>
      <ol className="record-history">
        {record.history.map((line) => (
          <li key={`${line.at}${line.label}`}>
            <time dateTime={line.at} className="mute sm">
              {momentName(line.at, now())}
            </time>
            <b>{line.label}</b> <span className="mute">{line.actorName}</span>
            {line.reason && <span className="mute">：“{line.reason}”</span>}
            {line.filled.length > 0 && (
              <p className="mute sm">{line.filled.map(({ label, text }) => `${label} ${text}`).join('；')}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
