-- What was answered to requests that carried an Idempotency-Key. Written in the transaction of the order.
create table given_answers (
    buyer_id     text        not null,
    operation    text        not null,
    key          text        not null,
    body_hash    text        not null,
    order_id     uuid        references orders,
    status       int,
    body         text,
    created_at   timestamptz not null default now(),
    primary key (buyer_id, operation, key)
);
create index given_answers_by_age on given_answers (created_at);
