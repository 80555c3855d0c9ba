import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Icon } from '../../ui/icon.tsx';

type Choice = { id: string; label: string };
type Elector = { id: string; label: string };

/** The first tap: each choice a large key; where several may be named, ticks and one key below them. */
export function ChoiceKeys({
  choices,
  pick,
  elector,
  chosen = [],
}: {
  choices: readonly Choice[];
  pick: number;
  elector: Elector;
  chosen?: readonly string[];
}): ReactNode {
  return (
    <Form method="post" reloadDocument className="gap">
      <input type="hidden" name="do" value="choose" />
      <input type="hidden" name="elector" value={elector.id} />
      <fieldset className="vote-keys">
        <legend className="sr">{`${elector.label} 的一票，选哪个`}</legend>
        {choices.map(({ id, label }) =>
          pick > 1 ? (
            <div key={id}>
              <input
                className="pick sr"
                type="checkbox"
                name="choices"
                id={`choice-${id}`}
                value={id}
                defaultChecked={chosen.includes(id)}
              />
              <label className="vote-key" htmlFor={`choice-${id}`}>
                {label}
                <span className="box">
                  <Icon name="check" size="xs" />
                </span>
              </label>
            </div>
          ) : (
            <button key={id} type="submit" className="vote-key" name="choices" value={id}>
              {label}
              <Icon name="chevron-right" size="s" />
            </button>
          ),
        )}
      </fieldset>
      {pick > 1 ? (
        <button type="submit" className="btn go wide big gap">
          选好了，下一步
        </button>
      ) : null}
      <p className="hint gap">{pick > 1 ? `最多选 ${pick} 个。` : ''}点了还没有投出去，下一页再看一眼。</p>
    </Form>
  );
}

/** The second tap: what goes out, for which door, and what may still be changed. */
export function ChoiceSure({
  choices,
  chosen,
  elector,
  nonce,
  changeable,
  backTo,
}: {
  choices: readonly Choice[];
  chosen: readonly string[];
  elector: Elector;
  nonce: string;
  changeable: boolean;
  backTo: string;
}): ReactNode {
  return (
    <section className="card pad vote-sure">
      <h2>您要投的是</h2>
      <p className="soft">{elector.label}</p>
      {choices
        .filter(({ id }) => chosen.includes(id))
        .map(({ id, label }) => (
          <b key={id} className="mine" data-read>
            {label}
          </b>
        ))}
      <p className="soft">{changeable ? '投出去以后，截止前还可以改。' : '投出去以后不能改，请再看一眼。'}</p>
      <Form method="post" reloadDocument className="stack gap">
        <input type="hidden" name="do" value="cast" />
        <input type="hidden" name="elector" value={elector.id} />
        <input type="hidden" name="nonce" value={nonce} />
        {chosen.map((id) => (
          <input key={id} type="hidden" name="choices" value={id} />
        ))}
        <button type="submit" className="btn go wide big" data-busy="正在投…">
          确认，投出去
        </button>
        <a className="btn quiet wide big" href={backTo}>
          再想想
        </a>
      </Form>
    </section>
  );
}
