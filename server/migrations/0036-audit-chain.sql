-- The audit chain: every audit row gets the next number of its area and a hash over the one before it, in batches, after the
-- commit. `arrived` is the number of the transaction that wrote the row: what has not been sealed yet is found by it,
-- whatever a clock said and however late the commit came. Nobody but the database writes it.
-- Source: study/trust.md R10.
alter table audit add column arrived xid8 not null default pg_current_xact_id();
create index audit_arrived_idx on audit (arrived, area_id, id);
revoke insert on audit from liren_app;
grant insert (area_id, id, at, actor_id, actor_name, act, subject, detail) on audit to liren_app;

create table audit_chain (
  area_id uuid not null,
  n int not null,
  previous int,
  audit_id uuid not null,
  hash text not null,
  constraint audit_chain_pkey primary key (area_id, n),
  constraint audit_chain_audit_key unique (area_id, audit_id),
  constraint audit_chain_audit_fkey foreign key (area_id, audit_id) references audit (area_id, id),
  constraint audit_chain_previous_fkey foreign key (area_id, previous) references audit_chain (area_id, n),
  constraint audit_chain_no_gap check (case when n = 1 then previous is null else previous is not null and previous = n - 1 end),
  constraint audit_chain_hash_whole check (hash ~ '^[0-9a-f]{64}$')
);
grant select, insert on audit_chain to liren_app;
