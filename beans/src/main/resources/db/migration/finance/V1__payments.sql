-- One row an order: its charge and, where money went back, its refund.
create table payments (
    order_id         uuid        primary key,
    state            text        not null check (state in ('PENDING', 'CAPTURED', 'DECLINED')),
    payment_token    text        not null,
    amount_minor     bigint      not null check (amount_minor >= 0),
    currency         text        not null,
    reference        text        not null default '',
    attempts         int         not null default 0,
    order_cancelled  boolean     not null default false,
    refund_state     text        not null default 'NONE' check (refund_state in ('NONE', 'DUE', 'PROCESSED')),
    refund_reference text        not null default '',
    refund_attempts  int         not null default 0,
    created_at       timestamptz not null default now(),
    changed_at       timestamptz not null default now(),
    check (refund_state = 'NONE' or state = 'CAPTURED')
);
create index payments_unresolved on payments (changed_at) where state = 'PENDING' or refund_state = 'DUE';
