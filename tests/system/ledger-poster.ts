import { openDatabase } from '#platform/database';
import { RefusalError } from '#shared/refusal';
import { closeMonth, post, reverse } from '#kernel/ledger';
import { areaId, deedOf, now, type Told } from './ledger-deeds.ts';

/** A process that posts what it is told to, each in a transaction of its own, until it is killed. */
const database = openDatabase({ url: process.env.DATABASE_URL ?? '', max: 8 });

async function perform(index: number): Promise<Told> {
  const deed = deedOf(index);
  const which = { areaId, bookId: deed.bookId };
  try {
    return await database.transaction(now, async (tx) => {
      if (deed.closes !== null) {
        const { seq, hash } = await closeMonth(tx, { ...which, month: deed.closes, by: { id: 'x', name: 'x' } });
        return { index, seq, hash };
      }
      const { key, day } = deed;
      const { seq, hash } =
        deed.reverses === null
          ? await post(tx, { ...which, key, day, memo: '', ref: null, lines: deed.lines })
          : await reverse(tx, { ...which, key, day, memo: '', seq: deed.reverses });
      return { index, seq, hash };
    });
  } catch (error) {
    if (error instanceof RefusalError) return { index, refused: error.refusal.code };
    throw error;
  }
}

process.on('message', (index: number) => void perform(index).then((told) => process.send?.(told)));
process.on('disconnect', () => void database.close());
process.send?.('ready');
