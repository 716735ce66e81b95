-- Settings that differ from their default. Ids inside `value` are JSON strings: JSON numbers lose their digits.
create table guild_settings (
  guild_id bigint not null,
  scope text not null,
  key text not null,
  value jsonb not null,
  updated_at timestamptz not null,
  primary key (guild_id, scope, key)
);
