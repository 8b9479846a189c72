alter table dead_letters
    add column id      uuid not null default gen_random_uuid() unique,
    add column version int  not null default 1;
create index dead_letters_latest on dead_letters (state, last_at desc, id desc);

-- Who decided what about a dead letter; rows are only ever added.
create table dead_letter_audit (
    seq             bigint      generated always as identity primary key,
    dead_letter     uuid        not null,
    action          text        not null check (action in ('REPLAYED', 'DISCARDED')),
    by_whom         text        not null,
    -- what the message was before it was edited, where it was
    earlier_payload text,
    at              timestamptz not null default now()
);
create index dead_letter_audit_of on dead_letter_audit (dead_letter);
