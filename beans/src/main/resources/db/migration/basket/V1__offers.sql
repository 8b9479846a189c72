-- Copy of what catalogue and inventory say of books, fed by their events. Whichever event comes first makes the row;
-- what is null has not been heard of yet.
create table offers (
    book_id       uuid    primary key,
    title         text,
    title_version bigint  not null default -1,
    price_minor   bigint,
    currency      text,
    version       bigint  not null default -1,
    on_sale       boolean not null default false,
    available     int     not null default 0 check (available >= 0),
    stock_version bigint  not null default -1
);
