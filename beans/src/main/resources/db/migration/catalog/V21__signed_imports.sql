-- by what the content of a feed is known again that somebody sends twice under one key
alter table imports add column digest text not null default '';
