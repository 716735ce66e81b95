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
-- That something changed, without what: for pages that are open. Kept for a day.
create table data_changes (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  kind text not null,
  ref text,
  version bigint,
  changed_at timestamptz not null
);
create index data_changes_of_guild on data_changes (guild_id, id);
create index data_changes_age on data_changes (changed_at);
