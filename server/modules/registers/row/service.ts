import type { Actor } from '#shared/actor';
import { maskName } from '#shared/masking';
import type { Tx } from '#platform/database';
import { firstState, mayBeNamed, splitRecord } from '#kernel/registers';
import { whoField, type Register } from '#kernel-contract/registers';
import type { Values } from '#kernel-contract/workflow';
import { nameKind } from '../list/service.ts';
import * as rules from '../rules.ts';
import { sealedAt, type RegistersContext } from '../scope/service.ts';
import type { RecordRow } from '../store.ts';

/** Records as they are kept: the values as rows hold them, and the row a record begins with. */

/** What two records may not share: the values of the fields the file names, under a blind index. */
function uniqueOf(context: RegistersContext, register: Register, values: Values): string | null {
  if (register.unique.length === 0) return null;
  const shared = register.unique.map((id) => rules.cellText(register.asking.fields[id] ?? nameless, values[id]));
  return context.sealer.index(`register.${register.id}`, JSON.stringify(shared));
}

const nameless = { id: '', label: { zh: '', en: '' }, type: 'text', optional: true, many: false, options: {} } as const;

type Written = Pick<RecordRow, 'form' | 'sealed' | 'label' | 'nameIndex' | 'uniqueIndex' | 'words'>;

/** A record's values as they are kept: what is personal sealed, the name of a person too unless she agreed to be named. */
export function writeValues(context: RegistersContext, register: Register, recordId: string, values: Values): Written {
  const sealsName = !mayBeNamed(register, values);
  const { open, secret } = splitRecord(register, values, sealsName);
  const name = String(values[whoField] ?? '');
  return {
    form: open,
    sealed: Object.fromEntries(
      Object.entries(secret).map(([id, text]) => [id, context.sealer.seal(sealedAt(recordId, id), text)]),
    ),
    label: sealsName ? maskName(name) : name,
    nameIndex: sealsName ? context.sealer.index(nameKind, name) : null,
    uniqueIndex: uniqueOf(context, register, values),
    words: rules.wordsOf(register, open),
  };
}

type Begun = { areaId: string; id: string; at: string; by: { id: string }; register: Register; values: Values };

/** The row of a record as it is entered, in the first state of its life. */
export function firstRow(context: RegistersContext, { areaId, id, at, by, register, values }: Begun): RecordRow {
  return {
    ...{ areaId, id, register: register.id, definitionHash: register.hash, subject: null, version: 1 },
    ...{ state: firstState(register)?.id ?? null, stateSince: at, createdBy: by.id },
    ...{ createdAt: at, updatedAt: at, closedAt: null },
    ...writeValues(context, register, id, values),
  };
}

/** The same for one that is entered now. */
export function newRow(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  entered: Pick<Begun, 'areaId' | 'register' | 'values'>,
): RecordRow {
  return firstRow(context, { ...entered, id: tx.newId(), at: tx.now.toISOString(), by: actor });
}

/** What the first line of a record's history is called. */
export const enteredLabel = (register: Register): string => firstState(register)?.label.zh ?? '登记';
