create table apples (id uuid);
create table if not exists auth.baskets (id uuid);
