import type { AllowedAction, MatterReceipt } from '#contract/matters';
import { knownValues, sentValues, type Values } from '../fields/asked-fields.tsx';

export type Done = { result: string; photos: string[]; handler: string };

const stepsMax = 6;

/**
 * The form of a step for something settled on the spot: what is known, the result in words, the photos, oneself as the
 * handler, nothing made public. Null when the step asks for anything else, which only a person can answer.
 */
export function fillFor(action: AllowedAction, done: Done): Values | null {
  const values = knownValues(action.fields);
  for (const field of action.fields) {
    if (values[field.id] !== undefined) continue;
    if (field.type === 'longtext') values[field.id] = done.result;
    else if (field.type === 'images') values[field.id] = done.photos;
    else if (field.type === 'yesno') values[field.id] = false;
    else if (field.type === 'who' && field.of?.some((option) => option.value === done.handler)) {
      values[field.id] = done.handler;
    }
    const value = values[field.id];
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty) delete values[field.id];
    if (isEmpty && !field.optional && !field.if) return null;
  }
  return sentValues(action.fields, values, {});
}

/**
 * Goes on from step to step as far as this person may and the result answers what is asked. What has been done stays
 * done: when a step is refused, it ends at the step before, and a person goes on from there.
 */
export async function settleAtOnce(
  first: MatterReceipt,
  done: Done,
  act: (action: string, form: Values, version: number) => Promise<MatterReceipt>,
): Promise<MatterReceipt> {
  let receipt = first;
  for (let step = 0; step < stepsMax && receipt.status === 'open'; step++) {
    const lead = receipt.actions.find((action) => action.kind === 'action' && action.leads && !action.needsReason);
    const form = lead ? fillFor(lead, done) : null;
    if (!lead || !form) return receipt;
    try {
      receipt = await act(lead.id, form, receipt.version);
    } catch {
      return receipt;
    }
  }
  return receipt;
}
