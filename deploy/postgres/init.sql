-- A role and a schema for each context; a role sees nothing but its own schema.
-- Plain SQL for psql, for JDBC and for the image's docker-entrypoint-initdb.d; may be run again.
do $$
declare
  context text;
begin
  foreach context in array array[
    'catalog', 'basket', 'ordering', 'finance', 'inventory', 'notification', 'identity', 'chat', 'analytics'
  ] loop
    if not exists (select from pg_roles where rolname = context) then
      execute format('create role %I login password %L', context, 'bookstore');
    end if;
    execute format('create schema if not exists %I authorization %I', context, context);
    execute format('alter role %I set search_path = %I', context, context);
    execute format('grant connect, temporary on database %I to %I', current_database(), context);
  end loop;
  execute format('revoke all on database %I from public', current_database());
end
$$;

revoke all on schema public from public;

-- in the catalog's schema, so that its search path finds them
create extension if not exists pg_trgm schema catalog;
create extension if not exists unaccent schema catalog;
