-- Tokens that callers have spent, put together from all processes every half second. Losing them costs nobody anything.
create unlogged table limit_buckets (
  key text primary key,
  spent double precision not null,
  updated_at timestamptz not null
);
create index limit_buckets_age on limit_buckets (updated_at);
