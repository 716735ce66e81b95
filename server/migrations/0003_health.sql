-- One sample a minute; the key is the minute, so that several processes take one sample between them.
create table health_samples (
  checked_at timestamptz primary key check (date_trunc('minute', checked_at, 'UTC') = checked_at),
  service text not null,
  version text not null,
  uptime_seconds integer not null,
  db_status text not null,
  guild_count integer,
  active_commands_24h integer,
  gpt_status text,
  database_pool_size integer
);

-- What each gateway process last knew of its shards, so that processes without a gateway can tell the truth.
create table gateway_status (
  shard_id integer primary key,
  process_id text not null,
  session_started_at timestamptz,
  last_heartbeat_ack_at timestamptz,
  heartbeat_interval_ms integer,
  latency_ms integer,
  guild_count integer,
  updated_at timestamptz not null
);
