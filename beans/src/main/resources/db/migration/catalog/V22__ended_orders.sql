-- A book that somebody waits for is not taken off. Orders from before are taken for ended: nobody has kept how they did.
alter table purchases add column ended boolean not null default true;
alter table purchases alter column ended set default false;
create index purchases_that_wait on purchases (order_id) where not ended;
