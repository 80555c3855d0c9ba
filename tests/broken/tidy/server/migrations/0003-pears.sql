alter table apples add column pear uuid;
