-- How orders ended, as finance has heard it.
create table ended_orders (
    order_id    uuid        primary key,
    outcome     text        not null check (outcome in ('CONFIRMED', 'CANCELLED')),
    total_minor bigint      not null,
    currency    text        not null,
    ended_at    timestamptz not null
);

create table recon_findings (
    id          bigint      generated always as identity primary key,
    kind        text        not null,
    order_id    uuid        not null,
    ours        text        not null,
    theirs      text        not null,
    found_at    timestamptz not null default now(),
    resolved_at timestamptz
);
create unique index recon_findings_open on recon_findings (kind, order_id) where resolved_at is null;

create table recon_runs (
    ran_at   timestamptz primary key default now(),
    checked  bigint not null,
    found    bigint not null,
    resolved bigint not null,
    open     bigint not null
);
