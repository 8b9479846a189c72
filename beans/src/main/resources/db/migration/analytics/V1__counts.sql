-- How often something happened on a day in UTC, and for how much money.
create table daily_counts (
    day          date   not null,
    what         text   not null,
    currency     text   not null,
    count        bigint not null,
    amount_minor bigint not null,
    primary key (day, what, currency)
);

create table search_counts (
    day             date   not null,
    query           text   not null,
    times           bigint not null,
    without_results bigint not null,
    primary key (day, query)
);
