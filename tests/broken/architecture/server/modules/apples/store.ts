import type { Tx } from '#platform/database';
import { openDatabase } from '#platform/database';
export const all = (tx: Tx = openDatabase()) => tx.query('select 1');
