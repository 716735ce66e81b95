-- What happened that an admin may ask about; without a guild it concerns all. Kept for 30 days.
create table operational_events (
  id bigint generated always as identity primary key,
  guild_id bigint,
  event_type text not null,
  message text not null,
  details jsonb not null,
  occurred_at timestamptz not null
);
create index operational_events_of_guild on operational_events (guild_id, id desc);
create index operational_events_age on operational_events (occurred_at);
-- That something changed, without what: for pages that are open. Without a guild it concerns all. Kept for a day.
create table data_changes (
  id bigint generated always as identity primary key,
  guild_id bigint,
  kind text not null,
  ref text,
  version bigint,
  changed_at timestamptz not null
);
create index data_changes_of_guild on data_changes (guild_id, id);
create index data_changes_age on data_changes (changed_at);
-- What is kept no more: whoever has read less than this has missed something.
create table live_horizons (
  table_name text primary key,
  removed_up_to bigint not null
);
-- Gives rows their final ids while their transaction commits, one transaction after another: whoever has read an id has
-- read all that are lower. Until then nobody else sees them.
create function take_id_at_commit() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(4001200012);
  if tg_table_name = 'operational_events' then
    update operational_events set id = default where id = new.id;
  else
    update data_changes set id = default where id = new.id;
  end if;
  perform pg_notify('live', tg_table_name);
  return null;
end
$$;
create constraint trigger operational_events_in_order after insert on operational_events
  deferrable initially deferred for each row execute function take_id_at_commit();
create constraint trigger data_changes_in_order after insert on data_changes
  deferrable initially deferred for each row execute function take_id_at_commit();
