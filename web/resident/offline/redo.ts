import type { Operation } from '../../lib/offline/queue.ts';
import { make } from './panel.ts';
import type { Vault } from './vault.ts';

/** 按现在的步骤重新办理: what she wrote stands in the form of the step as it is now; she looks, and presses herself. */
export async function fillAgain(vault: Vault): Promise<void> {
  const id = new URLSearchParams(location.search).get('redo');
  const one = id ? (await vault.list()).find((each) => each.id === id) : undefined;
  const form = one ? formFor(one) : null;
  if (!one || !form) return;
  form.dataset.redo = one.id;
  fill(form, one);
  await attach(vault, form, one);
  form.prepend(
    make('p', { class: 'card warm pad gap', role: 'status' }, '这是您没有网络时写的。看看现在合不合适，再按。'),
  );
  form.scrollIntoView({ block: 'start' });
}

function formFor(one: Operation): HTMLFormElement | null {
  const forms = Array.from(document.querySelectorAll<HTMLFormElement>('form[data-operation]'));
  const action = one.path.slice(one.path.lastIndexOf('/') + 1);
  const same = forms.find(({ dataset }) => dataset.operation?.includes(`"action":{"id":"${action}"`));
  const form = same ?? forms[0] ?? null;
  for (let box = form?.closest('details'); box; box = box.parentElement?.closest('details')) box.open = true;
  return form;
}

function fill(form: HTMLFormElement, { told }: Operation): void {
  let isFilled = false;
  for (const [name, value] of told.typed)
    for (const input of Array.from(form.querySelectorAll<HTMLInputElement>('input, textarea, select'))) {
      if (input.name !== name || input.type === 'file' || input.type === 'hidden') continue;
      if (input.type === 'radio' || input.type === 'checkbox') input.checked = input.checked || input.value === value;
      else {
        input.value = value;
        isFilled = true;
      }
    }
  const words = form.querySelector('textarea');
  if (!isFilled && words) words.value = told.words;
}

async function attach(vault: Vault, form: HTMLFormElement, one: Operation): Promise<void> {
  const inputs = form.querySelectorAll<HTMLInputElement>('input[type=file]');
  const input = inputs[inputs.length - 1];
  if (!input || one.photos.length === 0) return;
  const list = new DataTransfer();
  for (const { id, name, type } of one.photos) {
    const bytes = await vault.readPhoto(id);
    if (bytes) list.items.add(new File([bytes], name, { type }));
  }
  input.files = list.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
