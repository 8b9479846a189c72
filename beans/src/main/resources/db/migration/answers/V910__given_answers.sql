-- What was answered to requests that carried an Idempotency-Key, written in the transaction of what they made; for
-- every context in which something is made over HTTP. Ordering had a table of its own before.
drop table if exists given_answers;
create table given_answers (
    -- empty for a guest
    caller       text        not null,
    operation    text        not null,
    -- neither key nor body can be had from these: a body may hold a password
    key_digest   text        not null,
    fingerprint  text,
    status       int,
    location     text,
    etag         text,
    body         text,
    created_at   timestamptz not null default now(),
    primary key (caller, operation, key_digest)
);
create index given_answers_by_age on given_answers (created_at);
