-- The ledger, by double entry: debits are positive, credits negative, and what belongs to one movement adds up to zero.
--   PROVIDER  money that the payment provider holds for us
--   SALES     what was earned
--   REFUNDS   what of it was given back
create table ledger_entries (
    id           bigint      generated always as identity primary key,
    order_id     uuid        not null,
    movement     text        not null check (movement in ('CAPTURE', 'REFUND')),
    account      text        not null check (account in ('PROVIDER', 'SALES', 'REFUNDS')),
    amount_minor bigint      not null,
    currency     text        not null,
    posted_at    timestamptz not null default now(),
    unique (order_id, movement, account)
);

create function ledger_balances() returns trigger language plpgsql as $$
begin
    if (select sum(amount_minor) <> 0 or count(*) < 2 or count(distinct currency) > 1
          from ledger_entries where order_id = new.order_id and movement = new.movement) then
        raise exception 'the % of order % does not balance', new.movement, new.order_id
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger ledger_balances after insert on ledger_entries
    deferrable initially deferred for each row execute function ledger_balances();

create function ledger_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what is in the ledger stays as it is; post what corrects it'
        using errcode = 'restrict_violation';
end $$;
create trigger ledger_stays before update or delete on ledger_entries
    for each row execute function ledger_stays();
create trigger ledger_stays_whole before truncate on ledger_entries
    for each statement execute function ledger_stays();

-- what was moved before there was a ledger
insert into ledger_entries (order_id, movement, account, amount_minor, currency)
select order_id, 'CAPTURE', account, sign * amount_minor, currency
  from payments, (values ('PROVIDER', 1), ('SALES', -1)) entries (account, sign)
 where state = 'CAPTURED';
insert into ledger_entries (order_id, movement, account, amount_minor, currency)
select order_id, 'REFUND', account, sign * amount_minor, currency
  from payments, (values ('REFUNDS', 1), ('PROVIDER', -1)) entries (account, sign)
 where refund_state = 'PROCESSED';
