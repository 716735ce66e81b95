-- Each change of a setting, in the order of the guild's versions; null is a default that nobody chose, which has no row in
-- guild_settings. A value is stored with the type that was declared when it was written, so that types may change later.
alter table guild_settings add column value_type text not null default 'string';
alter table guild_settings alter column value_type drop default;
-- One row for each guild that ever changed something; its lock orders the changes of that guild.
create table guild_settings_versions (
  guild_id bigint primary key,
  version bigint not null
);
create table settings_history (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  scope text not null,
  key text not null,
  value_type text not null,
  old_value jsonb,
  new_value jsonb,
  change_type text not null check (change_type in ('created', 'updated', 'deleted', 'rollback')),
  rolled_back_from bigint references settings_history (id),
  changed_by bigint not null,
  source text not null check (source in ('api', 'command')),
  changed_at timestamptz not null,
  constraint settings_history_changes_something check (old_value is distinct from new_value),
  constraint settings_history_rollback_has_origin check ((change_type = 'rollback') = (rolled_back_from is not null))
);
create index settings_history_of_guild on settings_history (guild_id, id desc);
create index settings_history_of_setting on settings_history (guild_id, scope, key, id desc);
