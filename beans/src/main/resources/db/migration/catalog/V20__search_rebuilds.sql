create table search_rebuilds (
    id         bigint      primary key generated always as identity,
    state      text        not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
    done       int         not null default 0,
    total      int         not null,
    started_at timestamptz not null default now(),
    alive_at   timestamptz not null default now(),
    ended_at   timestamptz
);
create unique index search_rebuilds_one_at_a_time on search_rebuilds (state) where state = 'RUNNING';
