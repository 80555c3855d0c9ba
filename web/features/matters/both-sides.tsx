import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { MatterDetail } from '#contract/matters';
import { clockTime, dayName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';

const noteMax = 500;
// Where what was typed may go when the step is over: a worker's note, or a reporter's addition.
const keepers: Record<string, string> = { track: '把我写的记成跟踪记录', supplement: '把我写的补充进去' };

type Sides = { matter: MatterDetail; sentence: string; mine: string; formKey: string; now: string };

/** Someone acted first: what they did, what was typed here, and a way to keep it. Nothing is overwritten. */
export function BothSides({ matter, sentence, mine, formKey, now }: Sides): ReactNode {
  const keeper = matter.actions.find(({ id }) => id in keepers);
  return (
    <section className="card warm pad gap" role="alert" id="both-sides">
      <p className="signed">
        <Icon name="info" size="s" />
        <span>{sentence}</span>
      </p>
      <div className="two gap">
        <Theirs matter={matter} now={now} />
        <div>
          <p className="label">您写的，还在</p>
          <p className="quote lines">{mine || '还没有写字。'}</p>
        </div>
      </div>
      {mine && keeper ? (
        <Form method="post" encType="multipart/form-data" reloadDocument action="#main">
          <input type="hidden" name="key" value={`${formKey}-kept`} />
          <input type="hidden" name="version" value={matter.version} />
          <input type="hidden" name="reason" value={mine.slice(0, noteMax)} />
          <button type="submit" className="btn line wide gap" name="action" value={keeper.id} data-busy="正在记…">
            {keepers[keeper.id]}
          </button>
        </Form>
      ) : null}
    </section>
  );
}

function Theirs({ matter, now }: { matter: MatterDetail; now: string }): ReactNode {
  const last = matter.history.find(({ kind }) => kind !== 'system');
  if (!last) return null;
  const open = last.fields.filter((field) => !field.private && !field.pictures);
  const said = [...open.map(({ label, text }) => `${label.zh}：${text}`), last.reason ?? ''].filter(Boolean);
  return (
    <div>
      <p className="label num">
        {last.actorName} {last.label}，{dayName(last.at, now)} {clockTime(last.at)}
      </p>
      <p className="quote lines">{said.join('\n') || '没有写字，只点了一下。'}</p>
    </div>
  );
}
