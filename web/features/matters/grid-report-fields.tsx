import type { ReactNode } from 'react';
import { ChoiceChips, PlaceChips } from './asked-input.tsx';
import { GridField, Shots, Words, type Typed } from './grid-fields.tsx';
import { resultStepOf } from './grid-read.ts';
import type { PlaceChoice } from './read-asked.ts';
import { partsOf, type Report } from './report-form.tsx';

const seenPhrases = ['堆了杂物，过不去人', '灯不亮', '漏水', '电动车在楼道里充电', '垃圾没清'];

/** What she saw, in the order she meets it: picture, where, a word, what kind. */
export function GridReportFields({
  report,
  typed,
  near,
  spots,
}: {
  report: Report;
  typed: Typed;
  near: PlaceChoice[];
  spots: PlaceChoice[];
}): ReactNode {
  const { words, category, place, photos, phone, rest } = partsOf(report.fields);
  const { values, problems, kept } = typed;
  const others = rest.filter(({ type }) => type !== 'yesno');
  return (
    <>
      {photos ? <Shots field={photos} kept={kept} problem={problems[photos.id]} /> : null}
      {words ? (
        <Words field={words} value={values[words.id]} problem={problems[words.id]} phrases={seenPhrases} />
      ) : null}
      {place ? (
        <div className="gap">
          <span className="label">{place.label.zh}</span>
          <PlaceChips
            field={place}
            value={labelOf(values[place.id])}
            problem={problems[place.id]}
            near={near}
            spots={spots}
            preselect={near.some(({ key }) => key.startsWith('last-'))}
          />
        </div>
      ) : null}
      {category ? (
        <div className="gap">
          <span className="label">{category.label.zh}</span>
          <ChoiceChips field={category} value={values[category.id]} problem={problems[category.id]} />
        </div>
      ) : null}
      {others.map((field) => (
        <GridField key={field.id} field={field} typed={typed} near={near} spots={spots} />
      ))}
      {phone ? null : <p className="hint gap">电话不用填，回话发到您手机上。</p>}
    </>
  );
}

function labelOf(value: unknown): unknown {
  return value && typeof value === 'object' && 'label' in value ? value.label : value;
}

/** 即办: she has done it already. One tick, and the result is asked here instead of later. */
export function AtOnceFields({ report, typed, open }: { report: Report; typed: Typed; open: boolean }): ReactNode {
  const step = resultStepOf(report.atOnce);
  if (!step) return null;
  return (
    <section className="card pad gap at-once">
      <input id="at-once" type="checkbox" name="atOnce" defaultChecked={open} />
      <label htmlFor="at-once">
        <b>当场办好了</b>
        <br />
        <span className="hint">写一句怎么办的，一次就办结</span>
      </label>
      <div className="then">
        {step.fields.map((field) => (
          <GridField key={field.id} field={field} typed={typed} near={[]} spots={[]} />
        ))}
      </div>
    </section>
  );
}
