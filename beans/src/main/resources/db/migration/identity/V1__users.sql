-- No hash: the password is kept elsewhere, as that of a demo user is.
create table users (
    id            text        primary key,
    email         text        not null unique check (email = lower(email)),
    name          text        not null,
    locale        text        not null,
    password_hash text,
    registered_at timestamptz not null
);
