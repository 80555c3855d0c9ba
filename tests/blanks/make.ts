/** Writes the twelve forms into `files/`: `node --import tsx tests/blanks/make.ts`. Four of them LibreOffice writes anew. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertWithSoffice } from '#tests/soffice';
import { drawForm, forms } from './forms.ts';

const folder = join(import.meta.dirname, 'files');
mkdirSync(folder, { recursive: true });
const drawn = new Map<string, Buffer>();
for (const form of forms) drawn.set(form.file, await drawForm(form));
const again = new Map([...drawn].filter(([file]) => forms.find((form) => form.file === file)?.byLibreOffice));
for (const [file, bytes] of convertWithSoffice(again, 'xlsx')) drawn.set(file, bytes);
for (const [file, bytes] of drawn) writeFileSync(join(folder, file), bytes);
