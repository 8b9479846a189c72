create table orders (
    id                uuid        primary key,
    buyer_id          text        not null,
    email             text        not null,
    status            text        not null,
    reason            text,
    total_minor       bigint      not null check (total_minor >= 0),
    currency          text        not null,
    shipping_address  jsonb       not null,
    placed_at         timestamptz not null,
    payment_reference text,
    refund_reference  text,
    basket_id         text        not null,
    basket_version    bigint      not null,
    saga_id           text        not null unique,
    version           int         not null default 1,
    unique (basket_id, basket_version)
);
create index orders_of_buyer on orders (buyer_id, id desc);

create table order_lines (
    order_id   uuid   not null references orders,
    position   int    not null,
    book_id    uuid   not null,
    title      text   not null,
    quantity   int    not null check (quantity between 1 and 99),
    unit_minor bigint not null check (unit_minor >= 0),
    primary key (order_id, position)
);

create table order_timeline (
    order_id    uuid        not null references orders,
    version     int         not null,
    at          timestamptz not null default clock_timestamp(),
    event       text        not null,
    from_status text,
    to_status   text        not null,
    reason      text,
    primary key (order_id, version)
);

-- Copy of the catalogue's prices, fed by its events.
create table price_list (
    book_id     uuid    primary key,
    title       text    not null,
    price_minor bigint  not null,
    currency    text    not null,
    version     bigint  not null,
    on_sale     boolean not null default true
);
