import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { AllowedAction, MatterDetail } from '#contract/matters';
import type { IconName } from '../../icons/icons.ts';
import { useVisit } from '../../lib/visit.ts';
import { Icon } from '../../ui/icon.tsx';
import { FormProblem, Problem } from '../../ui/parts.tsx';
import type { GridSaid } from './grid-act.ts';
import { GridField, nothingTyped, PeopleRows, Phrases, type Typed } from './grid-fields.tsx';
import { leadWord, likelyActions } from './grid-job.tsx';
import { keepsAct } from './grid-keep.ts';

type Doing = {
  matter: MatterDetail;
  formKey: string;
  said: GridSaid | undefined;
  open: string | null;
  /** Laid ready for the leading form, before anything is typed. */
  prefilled: Pick<Typed, 'values' | 'kept'> | null;
};

/** The step's own form, open; its other ways out and the office verbs folded below. */
export function GridHandle({ matter, formKey, said, open, prefilled }: Doing): ReactNode {
  const { lead } = likelyActions(matter.actions);
  const rest = matter.actions.filter(({ id }) => id !== lead?.id);
  const office = rest.filter(({ kind }) => kind === 'office');
  const isOpen = ({ id }: AllowedAction): boolean => open === id || said?.opened === id;
  const folded = (action: AllowedAction): ReactNode => (
    <Folded
      key={action.id}
      action={action}
      matter={matter}
      formKey={formKey}
      said={said?.opened === action.id ? said : undefined}
      open={isOpen(action)}
    />
  );
  return (
    <>
      {lead ? (
        <section className="card pad doing" id={`act-${lead.id}`}>
          <h2>{matter.step.label.zh}</h2>
          <ActionForm
            action={lead}
            matter={matter}
            formKey={formKey}
            said={said?.opened === lead.id ? said : undefined}
            typed={said?.opened === lead.id ? said : { ...nothingTyped, ...prefilled }}
            lead
          />
        </section>
      ) : null}
      {rest.length > 0 ? (
        <section className="card gap no-print" aria-label="别的办法">
          {rest.filter(({ kind }) => kind !== 'office').map(folded)}
          {office.length > 0 ? (
            <details className="more" open={office.some(isOpen)}>
              <summary className="row">
                <span className="disc">
                  <Icon name="more" />
                </span>
                <span>
                  <span className="t">别的办法</span>
                  <br />
                  <span className="d">{office.map(({ label }) => label.zh).join(' · ')}</span>
                </span>
                <Icon name="chevron-right" size="s" />
              </summary>
              <div className="inner">{office.map(folded)}</div>
            </details>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

const verbs: Record<string, { line: string; icon: IconName }> = {
  transfer: { line: '换个人接着办', icon: 'swap' },
  remind: { line: '提醒办的人抓紧', icon: 'bell' },
  supervise: { line: '盯着办，要给时间', icon: 'flag' },
  copy: { line: '让别人也知道', icon: 'copy' },
  consult: { line: '请别人一起看看', icon: 'people' },
  supplement: { line: '补一句，补一张照片', icon: 'edit' },
  extend: { line: '到时办不完，先说好新的日子', icon: 'extend' },
  suspend: { line: '现在办不了，先停一停', icon: 'pause' },
  resume: { line: '可以接着办了', icon: 'play' },
  return: { line: '退给上一步', icon: 'return' },
  withdraw: { line: '不用办了', icon: 'return' },
  track: { line: '记一笔进展，不往下走', icon: 'history' },
};

function Folded({
  action,
  matter,
  formKey,
  said,
  open,
}: {
  action: AllowedAction;
  matter: MatterDetail;
  formKey: string;
  said: GridSaid | undefined;
  open: boolean;
}): ReactNode {
  const verb = verbs[action.id];
  const line =
    verb?.line ?? (action.to ? `转到“${action.to.label.zh}”` : action.asks === 'number' ? '和另一件是同一回事' : '');
  return (
    <details className="more" id={`act-${action.id}`} open={open}>
      <summary className="row">
        <span className="disc">
          <Icon name={verb?.icon ?? (action.asks === 'number' ? 'merge' : 'chevron-right')} />
        </span>
        <span>
          <span className="t">{action.label.zh}</span>
          <br />
          <span className="d">{line}</span>
        </span>
        <Icon name="chevron-right" size="s" />
      </summary>
      <div className="pad">
        <ActionForm action={action} matter={matter} formKey={formKey} said={said} typed={said ?? nothingTyped} />
      </div>
    </details>
  );
}

function ActionForm({
  action,
  matter,
  formKey,
  said,
  typed,
  lead = false,
}: {
  action: AllowedAction;
  matter: MatterDetail;
  formKey: string;
  said: GridSaid | undefined;
  typed: Typed;
  lead?: boolean;
}): ReactNode {
  const problems = said?.problems ?? {};
  const { me } = useVisit();
  const others = action.people?.filter(({ key }) => key !== `user:${me?.id ?? ''}`);
  const draft = lead && action.fields.length > 0 ? { 'data-draft': `act-${matter.number}-${action.id}` } : {};
  return (
    <Form
      method="post"
      action={`?open=${action.id}#act-${action.id}`}
      encType="multipart/form-data"
      reloadDocument
      noValidate
      {...draft}
      {...keepsAct(matter, action, lead ? leadWord(matter, action) : action.label.zh)}
    >
      <input type="hidden" name="key" value={said?.key ?? `${formKey}-${action.id}`} />
      <input type="hidden" name="version" value={matter.version} />
      <FormProblem sentence={said?.sentence} />
      {action.fields.map((field) => (
        <GridField key={field.id} field={field} typed={typed} near={[]} spots={[]} />
      ))}
      {others ? (
        <div className="gap">
          <PeopleRows name="to" people={others} chosen={said?.to ?? []} several={action.id !== 'transfer'} />
          <Problem id={`to-${action.id}`} sentence={problems.to} />
        </div>
      ) : null}
      {action.asks === 'until' ? <DateLine id={action.id} value={said?.until} problem={problems.until} /> : null}
      {action.asks === 'number' ? <NumberLine id={action.id} value={said?.into} problem={problems.into} /> : null}
      {action.kind === 'office' || action.needsReason ? (
        <Reason action={action} said={said} problem={problems.reason} />
      ) : null}
      <button
        type="submit"
        className={lead ? 'btn go big wide gap' : 'btn line big wide gap'}
        name="action"
        value={action.id}
        data-busy="正在记…"
      >
        {lead ? <Icon name="check" /> : null}
        {lead ? leadWord(matter, action) : action.label.zh}
      </button>
    </Form>
  );
}

function Reason({
  action,
  said,
  problem,
}: {
  action: AllowedAction;
  said: GridSaid | undefined;
  problem: string | undefined;
}): ReactNode {
  const id = `reason-${action.id}`;
  return (
    <div className="gap">
      <label className="label" htmlFor={id}>
        {action.id === 'track' ? '记一笔' : '说一句'}
        {action.needsReason ? null : <span className="hint">（可以不写）</span>}
      </label>
      <Phrases to={id} phrases={action.phrases} />
      <textarea
        id={id}
        name="reason"
        rows={2}
        className={problem ? 'field wrong' : 'field'}
        defaultValue={said?.reason ?? ''}
        maxLength={500}
      />
      <Problem id={id} sentence={problem} />
    </div>
  );
}

type Line = { id: string; value: string | undefined; problem: string | undefined };

function DateLine({ id, value, problem }: Line): ReactNode {
  return (
    <div className="gap">
      <label className="label" htmlFor={`until-${id}`}>
        推到哪一天
      </label>
      <input
        id={`until-${id}`}
        name="until"
        type="date"
        className={problem ? 'field wrong' : 'field'}
        defaultValue={value}
      />
      <Problem id={`until-${id}`} sentence={problem} />
    </div>
  );
}

function NumberLine({ id, value, problem }: Line): ReactNode {
  return (
    <div className="gap">
      <label className="label" htmlFor={`into-${id}`}>
        和哪一件重复
      </label>
      <input
        id={`into-${id}`}
        name="into"
        className={problem ? 'field wrong' : 'field'}
        maxLength={40}
        defaultValue={value}
        placeholder="那一件的编号"
        autoComplete="off"
      />
      <Problem id={`into-${id}`} sentence={problem} />
    </div>
  );
}
