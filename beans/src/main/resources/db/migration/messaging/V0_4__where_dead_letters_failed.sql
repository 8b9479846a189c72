alter table dead_letters
    -- the last endpoint that was called when it failed
    add column failed_at   text not null default '',
    -- where a replay publishes it to; as it stands for what nobody was bound to
    add column exchange    text not null default '',
    add column routing_key text not null default '';
update dead_letters set routing_key = consumer;
