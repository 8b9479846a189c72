-- When the provider was last about to be asked to charge: until a search is sure to find that, nothing was "never charged".
alter table payments add column charged_at timestamptz;
update payments set charged_at = changed_at where attempts > 0;
