import { momentName } from '#shared/time';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Avatar } from '../../../../ui/desk/avatar.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import type { Form } from './use-register.ts';

/** Beside the form: what is promised, who will take it, and what was reported near there already. */
export function Aside({ form }: { form: Form | undefined }) {
  const { now } = useSession();
  if (!form) return <aside />;
  return (
    <aside className="col">
      <section className="card">
        <h2>
          <Icon name="flow" size="xs" />
          登记以后
        </h2>
        <div className="pad">
          <p>{form.method.promise.zh}</p>
          {form.answerByText && <p className="mute sm">{form.answerByText}有第一次回话。</p>}
          {form.gridWorker && (
            <p className="row">
              <Avatar name={form.gridWorker.name} face={form.gridWorker.face} />
              网格员 {form.gridWorker.name}
            </p>
          )}
        </div>
      </section>
      {form.similar.length > 0 && (
        <section className="card">
          <h2>
            <Icon name="info" size="xs" />
            附近已经有人反映
          </h2>
          <ul className="pad">
            {form.similar.map((one) => (
              <li key={one.traceCode}>
                <a className="fig light" href={`/t/${one.traceCode}`} target="_blank" rel="noreferrer">
                  {one.title}
                </a>
                <p className="mute xs">
                  {one.stepName} · {momentName(one.createdAt, now())}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
