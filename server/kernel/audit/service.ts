import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';

export { sealAudit, writeBundle } from './chain/service.ts';

/** What was done or seen: `act` is a verb such as `matter.act` or `person.reveal`, `subject` the record's public id. */
export type AuditEntry = { areaId: string; act: string; subject?: string; detail?: Record<string, unknown> };

/** Records who did, saw or exported what, in the same transaction as the act. Never holds personal data. */
export function audit(tx: Tx, actor: Actor, entry: AuditEntry): void {
  tx.append('audit', {
    area_id: entry.areaId,
    id: tx.newId(),
    at: tx.now.toISOString(),
    actor_id: actor.id,
    actor_name: actor.name,
    act: entry.act,
    subject: entry.subject ?? null,
    detail: entry.detail ?? {},
  });
}
