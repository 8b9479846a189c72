-- Applied in the schema of the context that owns the sagas; numbered from 900 to stay clear of the owner's own.
create table sagas (
    id              text        primary key,
    name            text        not null,
    status          text        not null check (status in ('RUNNING', 'COMPENSATING', 'COMPLETING', 'COMPENSATED', 'COMPLETED')),
    reason          text,
    deadline        timestamptz not null,
    -- false while the deadline is only the default: the first step with a time-out of its own replaces it
    deadline_given  boolean     not null default false,
    -- when a worker must look next: the deadline while the saga runs, the next attempt afterwards
    due_at          timestamptz not null,
    -- counts calls of wake(), so that one that comes while a step is being asked is not lost
    wakes           integer     not null default 0,
    -- goes up with each claim; who writes with an older one has lost the saga to another worker
    fence           bigint      not null default 0,
    -- the worker that has it, or had it last
    leased_by       text,
    leased_until    timestamptz,
    attention_since timestamptz,
    -- correlation and trace of the request that began it, for whoever finishes it
    log_context     jsonb       not null default '{}',
    created_at      timestamptz not null default clock_timestamp(),
    ended_at        timestamptz,
    check ((ended_at is not null) = (status in ('COMPENSATED', 'COMPLETED')))
);

create index sagas_due on sagas (due_at) where ended_at is null;
create index sagas_ended on sagas (ended_at) where ended_at is not null;

-- One row an enlistment, not one a step of the model: a step that is entered twice is undone twice, each with its own options.
create table saga_steps (
    saga_id          text    not null references sagas on delete cascade,
    seq              integer not null,
    compensation_uri text,
    completion_uri   text,
    options          jsonb   not null default '{}',
    status           text    not null default 'ENLISTED' check (status in ('ENLISTED', 'PENDING', 'FAILING', 'DONE')),
    attempts         integer not null default 0,
    last_error       text,
    primary key (saga_id, seq),
    check (compensation_uri is not null or completion_uri is not null)
);
