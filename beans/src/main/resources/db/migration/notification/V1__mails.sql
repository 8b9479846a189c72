-- Who is written to about an order or an account, from whichever event told it first.
create table addressees (
    about   text primary key,
    user_id text not null,
    email   text not null,
    locale  text not null
);

create table mails (
    id             uuid        primary key,
    kind           text        not null,
    about          text        not null,
    facts          text        not null,
    message_id     text        not null unique,
    correlation_id text        not null,
    traceparent    text        not null,
    status         text        not null default 'QUEUED' check (status in ('QUEUED', 'SENT', 'PARKED')),
    attempts       int         not null default 0,
    fence          bigint      not null default 0,
    -- when it may be tried next: while it is being sent, the end of the sender's lease
    due_at         timestamptz not null default now(),
    queued_at      timestamptz not null default now(),
    sent_at        timestamptz,
    last_error     text        not null default '',
    unique (about, kind)
);
create index mails_due on mails (due_at) where status = 'QUEUED';
