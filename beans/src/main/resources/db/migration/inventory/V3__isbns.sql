-- Books can be named by it. Unknown of books from before, until the catalogue tells of them again; the version is the
-- book's, of which an older one says nothing new.
alter table stock add column isbn text;
alter table stock add column book_version bigint not null default -1;
create index stock_of_isbn on stock (isbn);
