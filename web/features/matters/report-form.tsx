import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { AskedField, ReportForm as ReportFormShape } from '#contract/matters';
import { Icon } from '../../ui/icon.tsx';
import { Problem } from '../../ui/parts.tsx';
import { AskedInput, ChoiceChips, PhotoInput, PlaceChips, Tick } from './asked-input.tsx';
import { inputName, type PlaceChoice, type Values } from './read-asked.ts';

export type Report = z.infer<typeof ReportFormShape>;

/** The first step's fields by the part they play in the report; what is left over is asked plainly. */
export function partsOf(fields: AskedField[]): {
  words: AskedField | undefined;
  category: AskedField | undefined;
  place: AskedField | undefined;
  photos: AskedField | undefined;
  phone: AskedField | undefined;
  open: AskedField | undefined;
  rest: AskedField[];
} {
  const first = (...types: string[]): AskedField | undefined => fields.find(({ type }) => types.includes(type));
  const words = first('longtext') ?? first('text');
  const parts = {
    words,
    category: first('choice'),
    place: first('place'),
    photos: first('images'),
    phone: first('phone'),
    open: first('yesno'),
  };
  const used = Object.values(parts).map((field) => field?.id);
  return { ...parts, rest: fields.filter(({ id }) => !used.includes(id)) };
}

type Sent = { values: Values; problems: Record<string, string>; kept: { id: string; small: string }[] };

/** Three taps: a photo and a word, where, and send. Native inputs throughout, so that it works without scripts. */
export function ReportFields({
  report,
  sent,
  near,
  spots,
  onBehalf,
}: {
  report: Report;
  sent: Sent;
  near: PlaceChoice[];
  spots: PlaceChoice[];
  onBehalf: boolean;
}): ReactNode {
  const { words, category, place, photos, phone, open, rest } = partsOf(report.fields);
  const { values, problems, kept } = sent;
  return (
    <>
      <h2 className="q">
        <span className="k">1</span>拍一张，说一句<small>照片可以不拍</small>
      </h2>
      {photos ? <PhotoInput field={photos} kept={kept} problem={problems[photos.id]} /> : null}
      {words ? <Words field={words} value={values[words.id]} problem={problems[words.id]} /> : null}
      {category ? (
        <ChoiceChips field={category} lead="像是：" value={values[category.id]} problem={problems[category.id]} />
      ) : null}
      {place ? (
        <>
          <h2 className="q">
            <span className="k">2</span>在哪里<small>{near.length > 0 ? '先按您家填的' : ''}</small>
          </h2>
          <PlaceChips field={place} value={values[place.id]} problem={problems[place.id]} near={near} spots={spots} />
        </>
      ) : null}
      {rest.map((field) => (
        <AskedInput key={field.id} field={field} value={values[field.id]} problem={problems[field.id]} />
      ))}
      {onBehalf ? <OnBehalf values={values} problems={problems} /> : null}
      <h2 className="q">
        <span className="k">3</span>看一眼，就发
        <span />
      </h2>
      {phone && !report.knownPhone ? (
        <AskedInput field={phone} value={values[phone.id]} problem={problems[phone.id]} />
      ) : null}
      <Known report={report} />
      {open ? <Tick field={open} value={values[open.id]} on hint="不显示您的名字，免得重复反映" /> : null}
    </>
  );
}

function Words({
  field,
  value,
  problem,
}: {
  field: AskedField;
  value: unknown;
  problem: string | undefined;
}): ReactNode {
  const name = inputName(field);
  return (
    <>
      <div className="say gap">
        <label className="sr" htmlFor={name}>
          {field.label.zh}
        </label>
        <textarea
          id={name}
          name={name}
          rows={3}
          className={problem ? 'field wrong' : 'field'}
          defaultValue={String(value ?? '')}
          maxLength={500}
          placeholder="例如：3 号楼门口的路灯坏了两天，台阶黑，老人看不清"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${name}-problem` : undefined}
        />
        <button type="button" className="mic script" data-do="listen" data-to={name} aria-label="按一下，说出来" hidden>
          <Icon name="mic" />
        </button>
      </div>
      <Problem id={name} sentence={problem} />
    </>
  );
}

/** 代报: building heads and staff report in a resident's name. */
function OnBehalf({ values, problems }: { values: Values; problems: Record<string, string> }): ReactNode {
  return (
    <details className="card pad gap" open={Boolean(values.behalfName || values.behalfPhone)}>
      <summary>
        <span>
          <b>替谁反映</b>
          <br />
          <span className="hint">自己的事不用填；替邻居说，回话也告诉他</span>
        </span>
        <Icon name="chevron-right" size="s" />
      </summary>
      <label className="label gap" htmlFor="behalfName">
        他的名字
      </label>
      <input
        id="behalfName"
        name="behalfName"
        className="field"
        defaultValue={String(values.behalfName ?? '')}
        maxLength={40}
        autoComplete="off"
      />
      <label className="label gap" htmlFor="behalfPhone">
        他的电话<span className="hint">（可以不填）</span>
      </label>
      <input
        id="behalfPhone"
        name="behalfPhone"
        type="tel"
        inputMode="tel"
        className="field"
        defaultValue={String(values.behalfPhone ?? '')}
        maxLength={20}
        autoComplete="off"
      />
      <Problem id="behalf" sentence={problems.onBehalfOf} />
    </details>
  );
}

/** What is known already, as ticked lines to glance at, never as fields. */
function Known({ report }: { report: Report }): ReactNode {
  const line = (key: string, words: ReactNode): ReactNode => (
    <li key={key}>
      <Icon name="check" size="s" />
      <span>{words}</span>
    </li>
  );
  return (
    <ul className="known gap">
      {report.knownPhone
        ? line(
            'phone',
            <>
              电话用您留的 <b className="num">{report.knownPhone}</b>，只有办事的人看得到
            </>,
          )
        : null}
      {line(
        'who',
        <>
          {report.gridWorker ? (
            <>
              交给网格员<b>{report.gridWorker.name}</b>，
            </>
          ) : (
            '交给社区，'
          )}
          <b>{report.answerByText || '一个工作日内'}</b>告诉您收不收、谁来办
        </>,
      )}
      {partsOf(report.fields).open ? null : line('neighbours', '邻居只看得到事情和地方，看不到您的名字')}
    </ul>
  );
}

/** What neighbours have reported nearby of late: perhaps the same thing. */
export function Similar({ similar }: { similar: Report['similar'] }): ReactNode {
  if (similar.length === 0) return null;
  return (
    <section className="card gap" aria-label="附近有人反映过">
      <p className="pad hint">附近有人反映过，看看是不是同一件：</p>
      {similar.slice(0, 3).map(({ traceCode, title, stepName }) => (
        <Link key={traceCode} className="row bare" to={`/t/${traceCode}`}>
          <span>
            <span className="t">{title}</span>
            <br />
            <span className="d">现在到了“{stepName}”</span>
          </span>
          <Icon name="chevron-right" size="s" />
        </Link>
      ))}
    </section>
  );
}
