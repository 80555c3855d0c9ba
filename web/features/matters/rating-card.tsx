import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { AllowedAction, MatterDetail } from '#contract/matters';
import { daysBetween, limitName, shanghaiDate } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { Problem } from '../../ui/parts.tsx';
import { inputName, type Left } from './read-asked.ts';

const words = ['不行', '差点', '还行', '满意', '很满意'];

/** The action that takes stars, when the matter waits for this person's rating. */
export function ratingOf(matter: Pick<MatterDetail, 'actions'>): AllowedAction | undefined {
  return matter.actions.find(({ fields }) => fields.some(({ type }) => type === 'rating'));
}

/** Five stars, each with a word and none chosen beforehand; two buttons that say what follows. */
export function RatingCard({
  matter,
  now,
  formKey,
  said,
}: {
  matter: MatterDetail;
  now: string;
  formKey: string;
  said: Left | undefined;
}): ReactNode {
  const rating = ratingOf(matter);
  const field = rating?.fields.find(({ type }) => type === 'rating');
  if (!rating || !field) return null;
  const again = matter.actions.find((action) => action.kind === 'action' && action.id !== rating.id);
  const name = inputName(field);
  const stars = said?.values[field.id];
  const problem = said?.problems[field.id];
  const days = matter.dueAt ? daysBetween(shanghaiDate(now), shanghaiDate(Date.parse(matter.dueAt) - 1)) : 0;
  return (
    <section className="card pad waits gap" id="rate">
      <h2>办好了吗？您说了算</h2>
      <p className="soft">
        {matter.dueAt ? (
          <>
            最晚 <b>{limitName(matter.dueAt, now).replace(' 24:00', '')}</b>
            {days > 0 ? `，还有 ${days} 天` : '，就是今天'}。
          </>
        ) : null}
        不评也没关系，到时按办好归档。
      </p>
      <Form method="post" action="#rate" reloadDocument>
        <input type="hidden" name="key" value={formKey} />
        <input type="hidden" name="version" value={matter.version} />
        <fieldset>
          <legend className="sr">满意度</legend>
          <div className="stars" data-stars>
            {words
              .map((word, index) => [
                <input
                  key={word}
                  id={`star-${index + 1}`}
                  className="pick sr"
                  type="radio"
                  name={name}
                  value={index + 1}
                  defaultChecked={index + 1 === stars}
                />,
                <label key={`${word}-label`} htmlFor={`star-${index + 1}`} data-word={word}>
                  <Icon name="star" />
                  {word}
                </label>,
              ])
              .reverse()}
          </div>
          <Problem id={name} sentence={problem} />
        </fieldset>
        {again ? (
          <input
            id="again"
            type="checkbox"
            className="pick sr again"
            aria-label="还没办好，要退回再办"
            defaultChecked={said?.opened === again.id}
          />
        ) : null}
        <div className={again ? 'pair gap' : 'gap'}>
          {again ? (
            <label className="btn line big" htmlFor="again">
              还没办好
            </label>
          ) : null}
          <button
            type="submit"
            className="btn go big wide"
            name="action"
            value={rating.id}
            data-rates
            data-busy="正在记…"
          >
            办好了，就这么评
          </button>
        </div>
        {again ? <Again again={again} left={said?.opened === again.id ? said : undefined} /> : null}
      </Form>
    </section>
  );
}

function Again({ again, left }: { again: AllowedAction; left: Left | undefined }): ReactNode {
  const problem = left?.problems.reason;
  const back = again.to ? `会退回“${again.to.label.zh}”再办一次` : '会交给街道来协调';
  return (
    <div className="again-more gap">
      <label className="label" htmlFor="reason">
        哪里还没办好，写一句
      </label>
      <textarea
        id="reason"
        name="reason"
        rows={2}
        className={problem ? 'field wrong' : 'field'}
        maxLength={300}
        defaultValue={left?.reason}
        placeholder={again.phrases[0] ?? '例如：灯还是一闪一闪的'}
      />
      <Problem id="reason" sentence={problem} />
      <button type="submit" className="btn line big wide gap" name="action" value={again.id} data-busy="正在退回…">
        退回，再办一次
      </button>
      <p className="hint gap">{back}，办好了再请您看。</p>
    </div>
  );
}
