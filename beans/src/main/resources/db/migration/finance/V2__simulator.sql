-- The simulated provider's own book: what it believes, whatever we believe. Read by nobody but the simulator and tests.
create table simulator_charges (
    key          uuid        primary key,
    token        text        not null,
    amount_minor bigint      not null,
    currency     text        not null,
    asked        int         not null default 0,
    captured_at  timestamptz,
    first_at     timestamptz not null default now()
);

create table simulator_refunds (
    key         uuid        primary key references simulator_charges,
    asked       int         not null default 0,
    refunded_at timestamptz
);
