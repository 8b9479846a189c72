create table dead_letters (
    consumer       text        not null,
    message_id     text        not null,
    type           text        not null,
    payload        text        not null,
    cause          text        not null,
    failed_route   text        not null,
    attempts       int         not null,
    correlation_id text        not null,
    traceparent    text        not null,
    times          int         not null default 1,
    state          text        not null default 'PARKED' check (state in ('PARKED', 'REPLAYED', 'DISCARDED')),
    first_at       timestamptz not null default now(),
    last_at        timestamptz not null default now(),
    primary key (consumer, message_id)
);
