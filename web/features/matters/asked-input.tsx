import type { ReactNode } from 'react';
import type { AskedField } from '#contract/matters';
import { formatFen } from '#shared/money';
import { Icon } from '../../ui/icon.tsx';
import { Problem } from '../../ui/parts.tsx';
import { RowsInput } from './rows-input.tsx';
import { inputName, isPlace, type PlaceChoice } from './read-asked.ts';

type Part = { field: AskedField; value?: unknown; problem?: string | undefined };

/** One choice after another as chips: native radio buttons, or tick boxes where several may be chosen. */
export function ChoiceChips({ field, value, problem, lead }: Part & { lead?: string }): ReactNode {
  const name = inputName(field);
  const several = field.many || field.type === 'checklist' || field.type === 'tags';
  const chosen = [value].flat().map(String);
  return (
    <fieldset>
      <legend className="sr">{field.label.zh}</legend>
      <div className="chips">
        {lead ? <span className="hint">{lead}</span> : null}
        {(field.of ?? []).map((option) => {
          const id = `${name}-${option.value}`;
          return [
            <input
              key={id}
              id={id}
              className="pick sr"
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />,
            <label key={`${id}-label`} className="chip" htmlFor={id}>
              <Icon name="check" size="s" />
              {option.label}
            </label>,
          ];
        })}
      </div>
      <Problem id={name} sentence={problem} />
    </fieldset>
  );
}

/** Where: places to press, and a line to write another one. Works without scripts. */
export function PlaceChips({
  field,
  value,
  problem,
  near,
  spots,
  preselect = true,
}: Part & { near: PlaceChoice[]; spots: PlaceChoice[]; preselect?: boolean }): ReactNode {
  const name = inputName(field);
  const typed = typeof value === 'string' ? value : '';
  const known = near.find((place) => isPlace(place, typed));
  const first = typed !== '' || near.length === 0 || !preselect ? 'elsewhere' : (near[0]?.key ?? '');
  const chosen = known?.key ?? first;
  return (
    <fieldset>
      <legend className="sr">{field.label.zh}</legend>
      <div className="chips top">
        {near.map((place) => [
          <input
            key={place.key}
            id={place.key}
            className="pick sr"
            type="radio"
            name={name}
            value={place.key}
            defaultChecked={place.key === chosen}
          />,
          <label key={`${place.key}-label`} className="chip" htmlFor={place.key}>
            <Icon name="pin" size="s" />
            {place.label}
          </label>,
        ])}
        <input
          id="place-elsewhere"
          className="pick sr"
          type="radio"
          name={name}
          value="elsewhere"
          defaultChecked={chosen === 'elsewhere'}
        />
        <label className="chip" htmlFor="place-elsewhere">
          <Icon name="pin" size="s" />
          {near.length > 0 ? '换个地方' : '写个地方'}
        </label>
        <div className="elsewhere">
          <label className="sr" htmlFor={`${name}.label`}>
            地方
          </label>
          <input
            id={`${name}.label`}
            className="field"
            name={`${name}.label`}
            list={`${name}-spots`}
            defaultValue={known ? '' : typed}
            maxLength={60}
            placeholder="例如：北院 3 号楼门口，或灯杆上的编号"
            autoComplete="off"
          />
          <datalist id={`${name}-spots`}>
            {spots.map(({ key, label }) => (
              <option key={key} value={label} />
            ))}
          </datalist>
          <input type="hidden" name={`${name}.point`} />
          <button type="button" className="link script" data-do="locate" data-to={`${name}.point`}>
            <Icon name="pin" size="s" />
            用我现在的位置
          </button>
        </div>
      </div>
      <Problem id={name} sentence={problem} />
    </fieldset>
  );
}

/** Photos: what was sent already stays; more may be added. Shrunk on the phone before they leave, where it can. */
export function PhotoInput({
  field,
  kept,
  problem,
}: {
  field: AskedField;
  kept: { id: string; small: string }[];
  problem?: string | undefined;
}): ReactNode {
  const name = inputName(field);
  return (
    <>
      <div className="shots" data-shots>
        {kept.map(({ id, small }) => (
          <div key={id} className="ph">
            <img src={small} alt="已经传好的照片" />
            <input type="hidden" name={`${name}.id`} value={id} />
          </div>
        ))}
        <label className="add">
          <Icon name="camera" />
          <span>
            <span className="script">{kept.length > 0 ? '再拍一张' : '拍照，或从相册选'}</span>
            <span className="no-script">照片</span>
            <input type="file" name={name} accept="image/*" multiple data-photos />
          </span>
        </label>
      </div>
      <Problem id={name} sentence={problem} />
    </>
  );
}

/** Any other field, by its type: label above, example in the hint, error below. */
export function AskedInput({ field, value, problem }: Part): ReactNode {
  const name = inputName(field);
  if (field.type === 'list') return <RowsInput field={field} value={value} problem={problem} />;
  if (field.type === 'yesno' || field.type === 'consent') return <Tick field={field} value={value} />;
  if (field.of && field.of.length > 0 && field.of.length <= 8)
    return (
      <div className="gap">
        <span className="label">{field.label.zh}</span>
        <ChoiceChips field={field} value={value} problem={problem} />
      </div>
    );
  const shared = {
    id: name,
    name,
    className: problem ? 'field wrong' : 'field',
    defaultValue: shownText(field, value ?? field.value),
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem ? `${name}-problem` : undefined,
  } as const;
  return (
    <div className="gap">
      <label className="label" htmlFor={name}>
        {field.label.zh}
        {field.type === 'money' ? '（元）' : ''}
        {field.optional ? <span className="hint">（可以不填）</span> : null}
      </label>
      {field.type === 'longtext' ? (
        <textarea {...shared} rows={3} />
      ) : field.of && field.of.length > 8 ? (
        <select {...shared}>
          <option value="">请选择</option>
          {field.of.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} {...inputKind(field)} />
      )}
      <Problem id={name} sentence={problem} />
    </div>
  );
}

/** What was filled before, as it is typed: money in yuan. */
function shownText(field: AskedField, value: unknown): string {
  return field.type === 'money' && typeof value === 'number' ? formatFen(value) : String(value ?? '');
}

function inputKind(field: AskedField): Record<string, string> {
  if (field.type === 'phone') return { type: 'tel', inputMode: 'tel', autoComplete: 'tel' };
  if (['number', 'count', 'money', 'percent'].includes(field.type)) return { type: 'text', inputMode: 'decimal' };
  if (field.type === 'date') return { type: 'date' };
  if (field.type === 'datetime') return { type: 'datetime-local' };
  return { type: 'text' };
}

/** Yes or no as one line to tick; `on` says how it begins where nothing is known. */
export function Tick({
  field,
  value,
  on = false,
  hint,
}: {
  field: AskedField;
  value?: unknown;
  on?: boolean;
  hint?: string;
}): ReactNode {
  const name = inputName(field);
  const known = typeof value === 'boolean' ? value : typeof field.value === 'boolean' ? field.value : on;
  return (
    <label className="tick gap" htmlFor={name}>
      <input id={name} name={name} type="checkbox" defaultChecked={known} />
      <span>
        {field.label.zh}
        {hint ? (
          <span className="hint">
            <br />
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  );
}
