-- What callers have spent of their minute, put together from all processes every half second: 1 is all of it, and it
-- runs off with the minute. Losing these rows costs nobody anything.
create unlogged table limit_buckets (
  key text primary key,
  spent double precision not null,
  updated_at timestamptz not null
);
create index limit_buckets_age on limit_buckets (updated_at);
