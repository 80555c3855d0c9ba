import type { ReactNode } from 'react';
import type { AskedField } from '#contract/matters';
import { Icon } from '../../ui/icon.tsx';
import { Problem } from '../../ui/parts.tsx';
import { AskedInput, ChoiceChips, PlaceChips } from './asked-input.tsx';
import { inputName, type PlaceChoice, type Values } from './read-asked.ts';

/** What was typed and sent but not accepted: it stays. */
export type Typed = { values: Values; problems: Record<string, string>; kept: { id: string; small: string }[] };

export const nothingTyped: Typed = { values: {}, problems: {}, kept: [] };

const resultPhrases = [
  '到现场看过，当场处理好了',
  '联系了物业，已经修好',
  '跟当事人说通了，当场改了',
  '清理干净了，提醒了周围住户',
];

const isResult = ({ label }: AskedField): boolean => /结果|办成/.test(label.zh);

/** A field of a step by the part made for it by hand. */
export function GridField({
  field,
  typed,
  near,
  spots,
}: {
  field: AskedField;
  typed: Typed;
  near: PlaceChoice[];
  spots: PlaceChoice[];
}): ReactNode {
  const value = typed.values[field.id] ?? field.value;
  const problem = typed.problems[field.id];
  if (field.type === 'images') return <Shots field={field} kept={typed.kept} problem={problem} />;
  if (field.type === 'longtext')
    return <Words field={field} value={value} problem={problem} phrases={isResult(field) ? resultPhrases : []} />;
  if (field.type === 'checkin') return <CheckIn field={field} problem={problem} />;
  if (field.type === 'who') return <WhoRows field={field} value={value} problem={problem} />;
  if (field.type === 'yesno') return <YesNo field={field} value={value} problem={problem} />;
  if (field.type === 'place')
    return (
      <div className="gap">
        <Label field={field} />
        <PlaceChips field={field} value={placeLabel(value)} problem={problem} near={near} spots={spots} />
      </div>
    );
  if (field.of && field.of.length > 0 && field.of.length <= 12)
    return (
      <div className="gap">
        <Label field={field} />
        <ChoiceChips field={field} value={value} problem={problem} />
      </div>
    );
  return <AskedInput field={field} value={value} problem={problem} />;
}

function placeLabel(value: unknown): unknown {
  return value && typeof value === 'object' && 'label' in value ? value.label : value;
}

function Label({ field, htmlFor }: { field: AskedField; htmlFor?: string }): ReactNode {
  const words = (
    <>
      {field.label.zh}
      {field.optional ? <span className="hint">（可以不填）</span> : null}
    </>
  );
  return htmlFor ? (
    <label className="label" htmlFor={htmlFor}>
      {words}
    </label>
  ) : (
    <span className="label">{words}</span>
  );
}

/** Photos: the camera first, the album beside it. What was sent already stays. */
export function Shots({
  field,
  kept,
  problem,
}: {
  field: AskedField;
  kept: Typed['kept'];
  problem: string | undefined;
}): ReactNode {
  const name = inputName(field);
  return (
    <div className="gap">
      <Label field={field} />
      {kept.length > 0 ? (
        <div className="shots">
          {kept.map(({ id, small }) => (
            <div key={id} className="ph">
              <img src={small} alt="已经传好的照片" />
              <input type="hidden" name={`${name}.id`} value={id} />
            </div>
          ))}
        </div>
      ) : null}
      <div className="cams">
        <div className="shots" data-shots>
          <label className="add first">
            <Icon name="camera" size="l" />
            <span>
              拍一张
              <input type="file" name={name} accept="image/*" capture="environment" data-photos />
            </span>
          </label>
        </div>
        <div className="shots" data-shots>
          <label className="add">
            <Icon name="image" />
            <span>
              从相册选
              <input type="file" name={name} accept="image/*" multiple data-photos />
            </span>
          </label>
        </div>
      </div>
      <Problem id={name} sentence={problem} />
    </div>
  );
}

/** Words: phrases to press first, then to write or to say. */
export function Words({
  field,
  value,
  problem,
  phrases,
}: {
  field: AskedField;
  value: unknown;
  problem: string | undefined;
  phrases: string[];
}): ReactNode {
  const name = inputName(field);
  return (
    <div className="gap">
      <Label field={field} htmlFor={name} />
      <Phrases to={name} phrases={phrases} />
      <div className="say">
        <textarea
          id={name}
          name={name}
          rows={3}
          className={problem ? 'field wrong' : 'field'}
          defaultValue={String(value ?? '')}
          maxLength={typeof field.max === 'number' ? field.max : 1000}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${name}-problem` : undefined}
        />
        <button type="button" className="mic script" data-do="listen" data-to={name} aria-label="按一下，说出来" hidden>
          <Icon name="mic" />
        </button>
      </div>
      {field.known ? <p className="hint">{field.known}</p> : null}
      <Problem id={name} sentence={problem} />
    </div>
  );
}

/** Phrases that are put into a text by pressing them: comfort, so only with scripts. */
export function Phrases({ to, phrases }: { to: string; phrases: string[] }): ReactNode {
  if (phrases.length === 0) return null;
  return (
    <div className="chips script phrases">
      {phrases.map((phrase) => (
        <button key={phrase} type="button" className="chip" data-phrase={to}>
          {phrase}
        </button>
      ))}
    </div>
  );
}

/** 到场签到: the moment is the server's; the position is added where the phone gives it. */
function CheckIn({ field, problem }: { field: AskedField; problem: string | undefined }): ReactNode {
  const name = inputName(field);
  return (
    <div className="gap">
      <input type="hidden" name={name} value="here" />
      <input type="hidden" name={`${name}.point`} />
      <p className="card pad checkin">
        <Icon name="pin" />
        <span>
          <b>{field.label.zh}</b>
          <br />
          <span className="hint">时间由系统记，位置能带上最好，带不上也不要紧</span>
        </span>
        <button type="button" className="btn line script" data-do="locate" data-to={`${name}.point`}>
          带上位置
        </button>
      </p>
      <Problem id={name} sentence={problem} />
    </div>
  );
}

/** Somebody to give it to: a row per person, with what she is. */
function WhoRows({
  field,
  value,
  problem,
}: {
  field: AskedField;
  value: unknown;
  problem: string | undefined;
}): ReactNode {
  const people = (field.of ?? []).map(({ value: key, label, hint }) => ({ key, name: label, title: hint ?? '' }));
  return (
    <div className="gap">
      <Label field={field} />
      <PeopleRows name={inputName(field)} people={people} chosen={[value].flat().map(String)} />
      <Problem id={inputName(field)} sentence={problem} />
    </div>
  );
}

export function PeopleRows({
  name,
  people,
  chosen,
  several = false,
}: {
  name: string;
  people: { key: string; name: string; title: string }[];
  chosen: readonly string[];
  several?: boolean;
}): ReactNode {
  if (people.length === 0) return <p className="hint">这里还没有可以交给的人，请联系社区。</p>;
  return (
    <fieldset className="people" aria-label="交给谁">
      {people.map((person) => (
        <label key={person.key} className="row">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={person.key}
            defaultChecked={chosen.includes(person.key)}
          />
          <span>
            <span className="t">{person.name}</span> <span className="hint">{person.title}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function YesNo({
  field,
  value,
  problem,
}: {
  field: AskedField;
  value: unknown;
  problem: string | undefined;
}): ReactNode {
  const words = {
    ...field,
    of: [
      { value: 'yes', label: '是' },
      { value: 'no', label: '否' },
    ],
  };
  return (
    <div className="gap">
      <Label field={field} />
      <ChoiceChips field={words} value={value === undefined ? '' : value ? 'yes' : 'no'} problem={problem} />
    </div>
  );
}
