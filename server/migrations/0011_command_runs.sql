-- Commands that members ran, as they are typed; forgotten after 90 days. The id is Discord's own for the interaction:
-- however often a run is written, it counts once. It also tells the time, so what is old is found by it.
create table command_runs (
  interaction_id bigint primary key,
  guild_id bigint not null,
  user_id bigint not null,
  command text not null,
  is_success boolean not null,
  error_class text,
  duration_ms integer not null,
  ran_at timestamptz not null
);
-- Sums of the runs, which are what people ask for; guild_id 0 is all guilds together. Forgotten after 400 days. The key
-- includes the sum: a year of a guild is then read from the index alone, in a quarter of the time.
create table command_usage_hourly (
  guild_id bigint not null,
  hour timestamptz not null,
  command text not null,
  runs bigint not null,
  failures bigint not null,
  duration_ms bigint not null,
  primary key (guild_id, hour, command) include (runs)
);
create table command_usage_daily (
  guild_id bigint not null,
  day timestamptz not null,
  command text not null,
  runs bigint not null,
  failures bigint not null,
  duration_ms bigint not null,
  primary key (guild_id, day, command) include (runs)
);
-- Only for forgetting: rows lie in the order of time, so a few bytes for each block are enough.
create index command_usage_hourly_age on command_usage_hourly using brin (hour);
create index command_usage_daily_age on command_usage_daily using brin (day);
