-- counted again and again, and few or none among many
create index mails_parked on mails (id) where status = 'PARKED';
