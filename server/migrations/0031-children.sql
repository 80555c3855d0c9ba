-- The matters another one began and waits for are listed on its page.
create index matters_parent_idx on matters (area_id, parent_id) where parent_id is not null;
