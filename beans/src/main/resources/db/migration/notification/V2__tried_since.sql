-- when the first of the attempts was made that are being made now
alter table mails add column tried_since timestamptz;
update mails set tried_since = queued_at where attempts > 0;
