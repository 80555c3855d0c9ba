import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DutyItem } from '#contract/duties';
import type { AskedField } from '#contract/matters';
import { GridField, type Typed } from '../matters/grid-fields.tsx';
import { dutyField, lastWords } from './rounds.ts';

/** The questions of a round; below each, what was answered last time and a press to answer so again. */
export function DutyFields({
  fields,
  last,
  again,
  typed,
}: {
  fields: AskedField[];
  last: DutyItem['last'];
  /** Leads to the same page with these fields answered as last time. */
  again(fieldId: string): string | null;
  typed: Typed;
}): ReactNode {
  return fields.map((field) => {
    const words = lastWords(field, last);
    const path = words ? again(field.id) : null;
    return (
      <div key={field.id}>
        <GridField field={dutyField(field)} typed={typed} near={[]} spots={[]} />
        {words ? (
          <p className="last hint">
            <span>上次：{words}</span>
            {path ? (
              <Link className="btn line" to={path} replace preventScrollReset>
                按上次
              </Link>
            ) : (
              <span>照上次的填好了</span>
            )}
          </p>
        ) : null}
      </div>
    );
  });
}
