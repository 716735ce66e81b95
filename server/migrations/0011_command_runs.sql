-- Commands that members ran, as they are typed; forgotten after 90 days. Sums by the hour are kept beside them.
create table command_runs (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  user_id bigint not null,
  command text not null,
  is_success boolean not null,
  error_class text,
  duration_ms integer not null,
  ran_at timestamptz not null
);
create index command_runs_age on command_runs (ran_at);
create index command_runs_of_guild on command_runs (guild_id, ran_at desc);
-- guild_id 0 is all guilds together.
create table command_usage_hourly (
  guild_id bigint not null,
  hour timestamptz not null,
  command text not null,
  runs bigint not null,
  failures bigint not null,
  duration_ms bigint not null,
  primary key (guild_id, hour, command)
);
