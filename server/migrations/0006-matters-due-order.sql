-- The desk's list begins with what is due first; what has no limit comes last. Source: look/desk 4.
create index matters_due_order_idx on matters (area_id, coalesce(due_at, 'infinity'::timestamptz), id) where status = 'open';
