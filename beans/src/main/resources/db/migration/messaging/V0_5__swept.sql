-- what the sweep looks for
create index outbox_published on outbox (published_at) where published_at is not null;
create index inbox_processed on inbox (processed_at);
create index dead_letters_decided on dead_letters (last_at) where state <> 'PARKED';
