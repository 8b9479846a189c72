create table stock (
    book_id  uuid   primary key,
    on_hand  int    not null check (on_hand >= 0),
    reserved int    not null default 0 check (reserved >= 0),
    version  bigint not null default 0,
    check (reserved <= on_hand)
);

-- One row an order, also for an order that was cancelled before it asked for anything.
create table reservations (
    order_id   uuid        primary key,
    state      text        not null check (state in ('HELD', 'UNAVAILABLE', 'SOLD', 'RELEASED')),
    changed_at timestamptz not null default now()
);

create table reserved_lines (
    order_id uuid not null references reservations,
    book_id  uuid not null references stock,
    quantity int  not null check (quantity > 0),
    primary key (order_id, book_id)
);
