-- Copy of the catalogue's names, fed by its events.
create table known_books (
    book_id uuid   primary key,
    title   text   not null,
    authors text[] not null
);
