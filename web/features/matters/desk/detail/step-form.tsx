import { useMemo, useState } from 'react';
import { App, Button } from 'antd';
import type { AllowedAction, MatterDetail } from '#contract/matters';
import { newKey, refusedOf, type Refused } from '../../../../lib/desk/api.ts';
import { useDraft } from '../../../../lib/desk/drafts.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Note } from '../../../../ui/desk/states.tsx';
import { AskedFields, knownValues, sentValues, type Values } from '../fields/asked-fields.tsx';
import { actionName, useAct } from '../matters-api.ts';
import { Conflict, inWords } from './conflict.tsx';
import { VerbButton } from './verb-button.tsx';

type Draft = { step: string; action: AllowedAction; values: Values };
export type StepForm = ReturnType<typeof useStepForm>;

/** The form of the step a matter is in: what was typed is kept, also when someone else moves the matter on meanwhile. */
export function useStepForm(matter: MatterDetail) {
  const { me } = useSession();
  const { message } = App.useApp();
  const [key, setKey] = useState(newKey);
  const [draft, keep, drop, hasDraft] = useDraft<Draft | null>(me.id, `matter.${matter.number}`, null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const doing = useAct(matter);
  const offered = matter.actions.find((action) => action.kind === 'action' && action.leads) ?? null;
  const isOvertaken = draft !== null && draft.step !== matter.step.id;
  const lead = isOvertaken ? draft.action : offered;
  const known = useMemo(
    () => Object.fromEntries(matter.fields.map((field) => [field.id, field.value])),
    [matter.fields],
  );
  const values = draft?.values ?? knownValues(lead?.fields ?? []);
  const submit = (): void => {
    if (!lead || doing.isPending || isOvertaken) return;
    setRefused(null);
    const form = sentValues(lead.fields, values, known);
    doing.mutate(
      { action: lead.id, act: { form, version: matter.version }, key },
      {
        onSuccess: (receipt) => {
          drop();
          setKey(newKey());
          void message.success(`已${actionName(lead, matter.step.label.zh)}，现在到“${receipt.step.label.zh}”`);
        },
        onError: (error) => {
          setRefused(refusedOf(error));
          setKey(newKey());
        },
      },
    );
  };
  const change = (next: Values): void => {
    if (!lead) return;
    setRefused(null);
    keep({ step: matter.step.id, action: lead, values: next });
  };
  const giveUp = (): void => {
    drop();
    setRefused(null);
  };
  const hasConflict = isOvertaken || refused?.code === 'matter.acted-first';
  return { lead, values, known, refused, isPending: doing.isPending, hasDraft, hasConflict, submit, change, giveUp };
}

/** The fields of the step, or both sides when someone acted first. */
export function StepFields({
  matter,
  form,
  onSeeTheirs,
}: {
  matter: MatterDetail;
  form: StepForm;
  onSeeTheirs: () => void;
}) {
  const { lead, values, known, refused, hasConflict } = form;
  if (!lead) return null;
  if (hasConflict) {
    return (
      <Conflict
        matter={matter}
        sentence={refused?.detail ?? null}
        mine={inWords(lead.fields, values)}
        onSeeTheirs={onSeeTheirs}
        onGiveUp={form.giveUp}
      />
    );
  }
  if (lead.fields.length === 0) return null;
  const carried = lead.fields.find((field) => field.known && field.known !== '上次填的')?.known;
  return (
    <section aria-label={lead.label.zh}>
      <h3 className="sec">
        {matter.step.label.zh}
        {carried && <span className="r">{carried}</span>}
      </h3>
      <div className="box">
        <AskedFields
          fields={lead.fields.map((field) => (field.known === carried ? { ...field, known: '' } : field))}
          values={values}
          known={known}
          problems={refused?.fields ?? {}}
          areaId={matter.areaId}
          prefix={`step-${matter.number}`}
          onChange={form.change}
        />
      </div>
    </section>
  );
}

/** What may be pressed now, and what happens next. The step's own action is the only filled button. */
export function StepFoot({ matter, form }: { matter: MatterDetail; form: StepForm }) {
  const { lead, refused, hasConflict } = form;
  const others = matter.actions.filter((action) => action.kind === 'action' && action.id !== lead?.id);
  if (!lead && others.length === 0) return null;
  const missing = Object.keys(refused?.fields ?? {})[0];
  const after = hasConflict ? '先看上面两边写的' : lead?.to && `提交后进入“${lead.to.label.zh}”`;
  return (
    <footer className="df">
      {refused && !hasConflict && (
        <Note
          tone="late"
          action={
            missing && (
              <button type="button" className="plain fig" onClick={() => showField(missing)}>
                去填
              </button>
            )
          }
        >
          {refused.detail}
        </Note>
      )}
      <div className="row">
        {lead && !hasConflict && (
          <Button type="primary" loading={form.isPending} onClick={form.submit}>
            {actionName(lead, matter.step.label.zh)} <small>Ctrl ↵</small>
          </Button>
        )}
        {others.map((action) => (
          <VerbButton key={action.id} matter={matter} action={action} />
        ))}
        <span className="sp" />
        <span className="sm mute cut">
          {form.hasDraft && <b className="light">草稿已存</b>}
          {form.hasDraft && after && ' · '}
          {after}
        </span>
      </div>
    </footer>
  );
}

function showField(id: string): void {
  const field = document.querySelector<HTMLElement>(`[data-field="${id}"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input, textarea, button')?.focus();
}
