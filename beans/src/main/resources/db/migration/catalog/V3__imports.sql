create table imports (
    id          uuid        primary key,
    format      text        not null,
    -- names the feed, so that the same one is not taken twice; null if it does not matter
    source      text        unique,
    state       text        not null check (state in ('RUNNING', 'DONE')),
    total       int         not null default 0,
    added       int         not null default 0,
    changed     int         not null default 0,
    unchanged   int         not null default 0,
    failed      int         not null default 0,
    received_at timestamptz not null default now(),
    ended_at    timestamptz
);
create index imports_running on imports (id) where state = 'RUNNING';

-- what is still to be done
create table import_records (
    import_id uuid  not null references imports,
    line      bigint not null,
    draft     jsonb not null,
    primary key (import_id, line)
);

create table import_faults (
    import_id uuid   not null references imports,
    line      bigint not null,
    field     text   not null,
    reason    text   not null
);
create index import_faults_in_order on import_faults (import_id, line);
