-- Every change of the copies on hand; what they add up to is what must be on hand.
create table movements (
    id       bigint      generated always as identity primary key,
    book_id  uuid        not null references stock,
    cause    text        not null check (cause in ('OPENING', 'RECEIVED', 'SHIPPED', 'COUNTED')),
    order_id uuid        check ((order_id is not null) = (cause = 'SHIPPED')),
    copies   int         not null check (copies <> 0),
    moved_at timestamptz not null default now()
);
create index movements_of_book on movements (book_id);
create unique index movements_shipped_once on movements (order_id, book_id) where cause = 'SHIPPED';

insert into movements (book_id, cause, copies) select book_id, 'OPENING', on_hand from stock where on_hand > 0;
