-- Who has ordered what, and whether the order was confirmed; the two events may come in either order.
create table purchases (
    order_id  uuid    primary key,
    buyer_id  text    not null,
    book_ids  uuid[]  not null default '{}',
    confirmed boolean not null default false
);
create index purchases_of_buyer on purchases (buyer_id);

create table reviews (
    id         uuid        primary key,
    book_id    uuid        not null references books,
    buyer_id   text        not null,
    stars      int         not null check (stars between 1 and 5),
    text       text        not null,
    written_at timestamptz not null,
    unique (book_id, buyer_id)
);
create index reviews_of_book on reviews (book_id, id desc);
