import { isSignedIn, type Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import { voiceKindNames, type Voice, type VoiceKind, type VoiceState } from '../contract.ts';
import * as store from '../store.ts';
import type { VoiceRow } from '../tables.ts';

/** A voice as it is shown; the reason why it is not, only to who said it and to who decides. */
export function toVoice(row: VoiceRow, seen: { userId: string; decides: boolean }): Voice {
  const { id, body, speaker, saidAt, reply, repliedAt } = row;
  const kind = row.kind as VoiceKind;
  const isMine = row.saidBy === seen.userId;
  return {
    ...{ id, kind, kindName: voiceKindNames[kind], body, speaker, saidAt, reply, repliedAt, isMine },
    state: row.state as VoiceState,
    reason: isMine || seen.decides ? row.reason : null,
  };
}

export async function listVoices(
  reader: Reader,
  actor: Actor,
  which: { areaId: string; topicId: string; decides: boolean },
): Promise<Voice[]> {
  const userId = isSignedIn(actor) ? actor.id : '';
  const rows = await store.readVoices(reader, { ...which, userId, all: which.decides });
  return rows.map((row) => toVoice(row, { userId, decides: which.decides }));
}
