import type { ComponentType } from 'react';
import type { AskedField } from '#contract/matters';
import { isAsked } from './condition.ts';
import {
  chipsMax,
  CheckInPart,
  ChoicePart,
  DatePart,
  LongTextPart,
  NumberPart,
  RatingPart,
  TagsPart,
  TextPart,
  WhoPart,
  YesNoPart,
  type Part,
} from './field-parts.tsx';
import { ImagesPart } from './images-part.tsx';
import { PlacePart } from './place-part.tsx';
import { RowsPart } from './rows-part.tsx';

export type Values = Record<string, unknown>;

const parts: Record<string, ComponentType<Part>> = {
  text: TextPart,
  phone: TextPart,
  person: TextPart,
  longtext: LongTextPart,
  choice: ChoicePart,
  checklist: ChoicePart,
  tags: TagsPart,
  consent: YesNoPart,
  who: WhoPart,
  yesno: YesNoPart,
  rating: RatingPart,
  date: DatePart,
  datetime: DatePart,
  number: NumberPart,
  count: NumberPart,
  money: NumberPart,
  percent: NumberPart,
  images: ImagesPart,
  place: PlacePart,
  list: RowsPart,
  checkin: CheckInPart,
};

const wholeLabel = new Set(['yesno', 'consent', 'rating', 'images', 'checkin', 'list']);

/** A choice of few words, drawn as chips. */
function isChips(field: AskedField): boolean {
  return ['choice', 'checklist'].includes(field.type) && (field.of?.length ?? 0) <= chipsMax;
}

/** What the form begins with: what is known already. */
export function knownValues(fields: AskedField[]): Values {
  return Object.fromEntries(fields.flatMap((field) => (field.value === undefined ? [] : [[field.id, field.value]])));
}

/** What is sent: what was asked and answered. `known` are values of the matter that conditions may look at. */
export function sentValues(fields: AskedField[], values: Values, known: Values): Values {
  return Object.fromEntries(
    fields
      .filter((field) => isAsked(field.if, { ...known, ...values }))
      .map((field) => [field.id, values[field.id]] as const)
      .filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}

type Props = {
  fields: AskedField[];
  values: Values;
  known: Values;
  problems: Record<string, string>;
  areaId: string;
  prefix: string;
  onChange: (values: Values) => void;
};

/** The fields a step asks, each by its own hand-made part. */
export function AskedFields({ fields, values, known, problems, areaId, prefix, onChange }: Props) {
  const asked = fields.filter((field) => isAsked(field.if, { ...known, ...values }));
  return (
    <div className="asked">
      {asked.map((field) => {
        const Shown = parts[field.type] ?? TextPart;
        const id = `${prefix}-${field.id}`;
        const problem = problems[field.id];
        const isWide = ['longtext', 'images', 'rating', 'list'].includes(field.type) || isChips(field);
        return (
          <div key={field.id} className={isWide ? 'field wide' : 'field'} data-field={field.id}>
            <FieldLabel field={field} id={id} />
            <Shown
              field={field}
              id={id}
              value={values[field.id]}
              areaId={areaId}
              problem={problem}
              onChange={(value) => onChange({ ...values, [field.id]: value })}
            />
            {problem && (
              <p className="problem" role="alert">
                {problem}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

function FieldLabel({ field, id }: { field: AskedField; id: string }) {
  const words = (
    <>
      {field.label.zh}
      {field.optional && <span className="faint"> 可不填</span>}
      {field.known && <em>{field.known}</em>}
    </>
  );
  return wholeLabel.has(field.type) || isChips(field) ? (
    <div className="label">{words}</div>
  ) : (
    <label className="label" htmlFor={id}>
      {words}
    </label>
  );
}
