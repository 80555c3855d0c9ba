import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { ActivityPage } from '#contract/activities';
import { Icon } from '../../ui/icon.tsx';

const words = ['不好', '一般', '还行', '不错', '真好'];

/** Five stars and a line, for who came. */
export function RatingForm({ activity, formKey }: { activity: ActivityPage; formKey: string }): ReactNode {
  if (!activity.actions.includes('rate')) return null;
  const given = activity.own?.rating ?? null;
  return (
    <section className="card pad waits gap" id="rate">
      <h2>{given ? '您评过了，还可以改' : '这场怎么样？'}</h2>
      <Form method="post" action="#rate" reloadDocument>
        <input type="hidden" name="key" value={formKey} />
        <fieldset>
          <legend className="sr">打几颗星</legend>
          <div className="stars">
            {words
              .map((word, index) => [
                <input
                  key={word}
                  id={`star-${index + 1}`}
                  className="pick sr"
                  type="radio"
                  name="stars"
                  value={index + 1}
                  required
                  defaultChecked={given?.stars === index + 1}
                />,
                <label key={`${word}-label`} htmlFor={`star-${index + 1}`}>
                  <Icon name="star" />
                  {word}
                </label>,
              ])
              .reverse()}
          </div>
        </fieldset>
        <label className="label" htmlFor="words">
          说一句给组织的人（可不写）
        </label>
        <textarea
          id="words"
          name="words"
          rows={2}
          className="field"
          maxLength={300}
          defaultValue={given?.words ?? ''}
        />
        <button type="submit" name="do" value="rate" className="btn go wide gap" data-busy="正在记…">
          {given ? '改好了' : '评好了'}
        </button>
      </Form>
    </section>
  );
}
