-- Books can be named by it. Unknown of books from before, until the catalogue tells of them again.
alter table offers add column isbn text;
create index offers_of_isbn on offers (isbn);
