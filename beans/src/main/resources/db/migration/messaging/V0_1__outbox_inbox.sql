create table outbox (
    seq            bigint generated always as identity primary key,
    message_id     uuid        not null unique,
    exchange       text        not null,
    routing_key    text        not null,
    payload        text        not null,
    correlation_id text        not null,
    traceparent    text        not null,
    created_at     timestamptz not null default now(),
    published_at   timestamptz
);
create index outbox_waiting on outbox (seq) where published_at is null;

create table inbox (
    consumed     text        primary key,
    processed_at timestamptz not null default now()
);
