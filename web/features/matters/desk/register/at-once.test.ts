import { expect, test } from 'vitest';
import type { AllowedAction, AskedField, MatterReceipt } from '#contract/matters';
import { fillFor, settleAtOnce } from './at-once.ts';

const done = { result: '当场换了灯泡', photos: ['picture'], handler: 'user:me' };
const label = { zh: '字段', en: 'field' };

function field(id: string, type: string, more: Partial<AskedField> = {}): AskedField {
  return { id, label, type, optional: false, many: false, ...more };
}
function action(id: string, fields: AskedField[]): AllowedAction {
  return { id, kind: 'action', label, leads: true, needsReason: false, to: null, fields, phrases: [] };
}

test('即办: words, photos and oneself as the handler answer what a step asks', () => {
  const form = fillFor(
    action('settle', [
      field('result', 'longtext'),
      field('after', 'images'),
      field('handler', 'who', { of: [{ value: 'user:me', label: '我' }] }),
      field('publish', 'yesno'),
      field('headline', 'text', { optional: true, if: 'publish' }),
    ]),
    done,
  );
  expect(form).toEqual({ result: done.result, after: ['picture'], handler: 'user:me', publish: false });
});

test('即办: what is known already is kept', () => {
  expect(fillFor(action('reply', [field('reply', 'longtext', { value: '已写好的答复' })]), done)).toEqual({
    reply: '已写好的答复',
  });
});

test('即办: stops at a step that asks for something else, or for a photo when there is none', () => {
  expect(fillFor(action('sort', [field('sort', 'choice')]), done)).toBeNull();
  expect(fillFor(action('settle', [field('after', 'images')]), { ...done, photos: [] })).toBeNull();
  const others = field('handler', 'who', { of: [{ value: 'user:other', label: '别人' }] });
  expect(fillFor(action('assign', [others]), done)).toBeNull();
});

test('即办: no step is skipped, and it ends where the step is another’s', async () => {
  const receipt = (version: number, actions: AllowedAction[]): MatterReceipt =>
    ({ status: 'open', version, actions }) as MatterReceipt;
  const path = [receipt(2, [action('assign', [])]), receipt(3, [])];
  const acted: string[] = [];
  const last = await settleAtOnce(receipt(1, [action('accept', [])]), done, async (id, _form, version) => {
    acted.push(`${id}@${version}`);
    return path.shift() as MatterReceipt;
  });
  expect(acted).toEqual(['accept@1', 'assign@2']);
  expect(last.version).toBe(3);
});

test('即办: a refused step ends it at the step before, and the matter is not registered twice', async () => {
  const first = { status: 'open', version: 1, actions: [action('accept', [])] } as unknown as MatterReceipt;
  const last = await settleAtOnce(first, done, () => Promise.reject(new Error('refused')));
  expect(last).toBe(first);
});
