import { shanghaiDate, shanghaiInstant, shanghaiParts, addDays } from '../../shared/time.ts';
import { system } from '#shared/actor';
import type { Tx } from '#platform/database';
import { importEntries, evidenceSubject } from '#modules/assessment/entries';
import { addIllustrations } from '#modules/files';
import type { AssessmentData, CommunityCast, Person } from '../contract.ts';
import { demoId } from './areas.ts';
import type { Known } from './people.ts';

const pictureSize = { width: 1200, height: 900 };

/** What the office of a community judged of the standard, and the evidence it kept, each at its own hour. */
export async function loadAssessment(
  tx: Tx,
  one: CommunityCast,
  known: Known,
  { data, now }: { data: AssessmentData; now: Date },
): Promise<void> {
  const areaId = demoId(one.community.code);
  const { standard, entries } = data;
  const drawn = entries.filter(({ picture }) => picture);
  const illustrations = drawn.map(({ picture, item }) => ({
    ...pictureSize,
    slug: picture ?? '',
    subject: evidenceSubject(standard, item),
  }));
  const ids = await addIllustrations(tx, system, { areaId, illustrations });
  const pictures = new Map(drawn.map((entry, at) => [entry, ids[at] ?? '']));
  const rows = entries.toReversed().map((entry) => {
    const [hour = 9, minute = 0] = entry.at.split(':').map(Number);
    const at = shanghaiInstant(addDays(shanghaiDate(now), -entry.days), hour, minute);
    const by = whoOf(one, entry.by);
    const picture = pictures.get(entry);
    return {
      areaId,
      id: tx.newId(),
      standard,
      item: entry.item,
      year: shanghaiParts(at).year,
      kind: entry.verdict ? 'judgement' : 'evidence',
      verdict: entry.verdict ?? null,
      words: entry.words,
      link: entry.link ?? null,
      pictures: picture ? [picture] : [],
      withdraws: null,
      at: at.toISOString(),
      actorId: known.users.get(by.key) ?? system.id,
      actorName: by.name,
    };
  });
  importEntries(tx, rows);
}

function whoOf(one: CommunityCast, by: 'secretary' | number): Person {
  if (by === 'secretary') return one.secretary;
  return one.workers[by % Math.max(1, one.workers.length)] ?? one.secretary;
}
