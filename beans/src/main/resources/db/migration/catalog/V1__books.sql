-- pg_trgm and unaccent are in this schema already: a context's role may not create extensions.
-- Two readings of a text: stemmed words, and names as they are written, both without accents.
create text search configuration words (copy = english);
alter text search configuration words alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration names (copy = simple);
alter text search configuration names alter mapping for hword, hword_part, word with unaccent, simple;

create table books (
    id               uuid        primary key,
    isbn             text,
    title            text        not null,
    subtitle         text        not null,
    description      text        not null,
    language         text        not null,
    published        text,
    published_year   int,
    price_minor      bigint      not null check (price_minor >= 0),
    sale_price_minor bigint      check (sale_price_minor >= 0),
    current_minor    bigint      not null generated always as (coalesce(sale_price_minor, price_minor)) stored,
    currency         text        not null,
    cover_url        text,
    -- copy of inventory's count
    available        int         not null,
    stock_version    bigint      not null default 0,
    stars            bigint      not null default 0,
    reviews          int         not null default 0,
    rating           int         not null generated always as
                     (case when reviews = 0 then 0 else round(10.0 * stars / reviews)::int end) stored,
    -- what makes two records the same book: the ISBN, else title, first author and language
    same_as          text        not null,
    -- title and authors in lower case without accents: for exact titles and for what is spelled alike
    title_key        text        not null,
    spelling         text        not null,
    words            tsvector    not null,
    version          bigint      not null,
    created_at       timestamptz not null default now(),
    changed_at       timestamptz not null default now(),
    deleted_at       timestamptz
) with (fillfactor = 90);
create unique index books_once on books (same_as) where deleted_at is null;
create unique index books_isbn on books (isbn) where deleted_at is null;
create index books_words on books using gin (words) where deleted_at is null;
create index books_spelling on books using gin (spelling gin_trgm_ops) where deleted_at is null;
create index books_title on books (title_key text_pattern_ops) where deleted_at is null;
create index books_price on books (current_minor, id) where deleted_at is null;
create index books_rating on books (rating desc, id) where deleted_at is null;
create index books_newest on books (published_year desc nulls last, id desc) where deleted_at is null;

-- authors, categories and publishers
create table headings (
    id      uuid   primary key,
    kind    text   not null check (kind in ('AUTHOR', 'CATEGORY', 'PUBLISHER')),
    name    text   not null,
    -- the name in lower case without accents and punctuation
    key     text   not null,
    version bigint not null default 1,
    unique (kind, key)
);
create index headings_by_name on headings (kind, name, id);

create table book_headings (
    book_id    uuid not null references books,
    kind       text not null,
    position   int  not null,
    heading_id uuid not null references headings,
    primary key (book_id, kind, position)
);
create index books_of_heading on book_headings (heading_id, book_id);
