-- What the simulated provider tells by itself: each capture and each refund in its book, as a provider would by webhooks.
create table simulator_notices (
    id      uuid        primary key default gen_random_uuid(),
    type    text        not null,
    key     uuid        not null,
    object  text        not null,
    made_at timestamptz not null default now(),
    told_at timestamptz
);
create index simulator_notices_waiting on simulator_notices (made_at) where told_at is null;

create function simulator_notes() returns trigger language plpgsql as $$
begin
    insert into simulator_notices (type, key, object) values (tg_argv[0], new.key, tg_argv[1] || new.key);
    return null;
end $$;
create trigger simulator_notes_capture after update on simulator_charges for each row
    when (old.captured_at is null and new.captured_at is not null)
    execute function simulator_notes('payment_intent.succeeded', 'sim_ch_');
create trigger simulator_notes_refund after update on simulator_refunds for each row
    when (old.refunded_at is null and new.refunded_at is not null)
    execute function simulator_notes('refund.updated', 'sim_re_');
