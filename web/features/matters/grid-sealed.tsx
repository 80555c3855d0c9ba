import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { FilledField, MatterDetail } from '#contract/matters';
import { Icon } from '../../ui/icon.tsx';
import { Problem } from '../../ui/parts.tsx';

export type Unsealed = { values: { label: string; text: string }[]; sentence?: string; reason: string };

/** The closed fields of a matter that are no telephone: in a restricted matter, what happened and where. */
export function sealedFields(matter: MatterDetail): FilledField[] {
  return matter.fields.filter(({ type, private: closed }) => closed && type !== 'phone');
}

/** A sealed value as words: a place is kept with its point. */
export function wordsOfSealed(value: string): string {
  try {
    const read = JSON.parse(value) as { label?: unknown };
    return typeof read.label === 'string' ? read.label : value;
  } catch {
    return value;
  }
}

/** What only those who handle it may read, opened in one press with a reason that is kept. */
export function GridSealed({ matter, unsealed }: { matter: MatterDetail; unsealed: Unsealed | undefined }): ReactNode {
  const fields = sealedFields(matter);
  if (fields.length === 0) return null;
  if (unsealed && unsealed.values.length > 0)
    return (
      <section className="card calm pad gap" id="sealed">
        {unsealed.values.map(({ label, text }) => (
          <p key={label} className="lines">
            {label}：<b>{text}</b>
          </p>
        ))}
        <p className="hint gap">这次查看和原因记下来了。</p>
      </section>
    );
  return (
    <section className="card pad gap" id="sealed">
      <p className="signed">
        <Icon name="lock" size="s" />
        <span>{fields.map(({ label }) => label.zh).join('、')}只给办这件事的人看</span>
      </p>
      <Form method="post" reloadDocument>
        <label className="label gap" htmlFor="sealed-reason">
          为什么看
        </label>
        <input
          id="sealed-reason"
          name="reason"
          className="field"
          defaultValue={unsealed?.reason ?? '现在去现场处置'}
          maxLength={200}
          autoComplete="off"
        />
        <Problem id="sealed-reason" sentence={unsealed?.sentence} />
        <button type="submit" className="btn line big wide gap" name="do" value="unseal" data-busy="正在打开…">
          打开看
        </button>
      </Form>
    </section>
  );
}
