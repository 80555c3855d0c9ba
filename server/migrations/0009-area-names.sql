-- Two places may share a name (桂花街道, 桂花社区), never the whole path from the city down. Source: X20.
create unique index areas_full_name_key on areas (full_name)
  where closed_on is null and level in ('city', 'district', 'street', 'community');
