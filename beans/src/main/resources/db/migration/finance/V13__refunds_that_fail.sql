-- A refund that fails after it was made is due again and posted again; what was not asked for is noted.
alter table payments add column refunds_failed int not null default 0;
alter table payments add column unasked_refund text not null default '';

alter table ledger_entries drop constraint ledger_entries_movement_check;
alter table ledger_entries add constraint ledger_entries_movement_check
    check (movement in ('CAPTURE', 'REFUND', 'REFUND_FAILED'));
-- which of the refunds of an order it belongs to
alter table ledger_entries add column round int not null default 0;
alter table ledger_entries drop constraint ledger_entries_order_id_movement_account_key;
alter table ledger_entries add unique (order_id, movement, account, round);
