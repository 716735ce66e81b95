-- When the guild's log channel was told of a change, or it was settled that it would not be; null until then.
alter table settings_history add column told_at timestamptz;
create index settings_history_untold on settings_history (id) where told_at is null;
