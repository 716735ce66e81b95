-- Questions to the language model, one row for each; no text of any.
create table model_calls (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  -- Null: nobody asked, a background job, or whoever asked had it erased.
  user_id bigint,
  purpose text not null,
  provider text not null,
  model text not null,
  -- The UTC day, by its midnight, whose budget it counts in.
  day timestamptz not null,
  asked_at timestamptz not null,
  -- The most that it can cost, for as long as it is not known what it did.
  reserved_tokens bigint not null,
  reserved_nano_dollars bigint not null,
  -- Null: under way. lost: the process that asked ended; what was reserved counts as spent.
  outcome text check (outcome in ('answered', 'unavailable', 'rate_limited', 'refused', 'nonsense', 'lost')),
  ended_at timestamptz,
  latency_ms integer,
  tokens_read bigint not null default 0,
  tokens_written bigint not null default 0,
  -- Billionths of a US dollar.
  nano_dollars bigint not null default 0,
  -- Until when the service did not want to be asked, where it said so.
  limited_until timestamptz
);
create index model_calls_of_guild on model_calls (guild_id, id);
create index model_calls_of_user on model_calls (user_id, day) where user_id is not null;
create index model_calls_ended on model_calls (ended_at);
create index model_calls_under_way on model_calls (asked_at) where outcome is null;

-- What a guild spent on a UTC day, and what questions under way may still cost. Whoever changes a budget's sum holds its row.
create table model_days (
  guild_id bigint not null,
  day timestamptz not null,
  spent_tokens bigint not null default 0,
  spent_nano_dollars bigint not null default 0,
  reserved_tokens bigint not null default 0,
  reserved_nano_dollars bigint not null default 0,
  answers integer not null default 0,
  failures integer not null default 0,
  -- When admins were told that the budget is nearly or wholly spent.
  warned_at timestamptz,
  stopped_at timestamptz,
  primary key (guild_id, day)
);
create index model_days_by_day on model_days (day);
