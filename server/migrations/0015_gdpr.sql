-- The agreement that members are shown, each wording once, as it was shown in every language.
create table gdpr_texts (
  version integer primary key,
  digest text not null unique,
  body jsonb not null,
  created_at timestamptz not null
);
-- Who agreed to which wording, in which language it was read. A withdrawal ends an acceptance and keeps it.
create table gdpr_acceptances (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  user_id bigint not null,
  version integer not null references gdpr_texts (version),
  language text not null,
  accepted_at timestamptz not null,
  withdrawn_at timestamptz
);
create unique index gdpr_acceptances_open on gdpr_acceptances (guild_id, user_id, version) where withdrawn_at is null;
create index gdpr_acceptances_of_user on gdpr_acceptances (user_id);
-- That somebody's data were erased, for that person to prove it; kept for a year. `request_id` is Discord's id of the
-- command with which it began: however often it is confirmed, it is done once. The guild has a name of its own here
-- because the row outlives what is kept of the guild; null is everywhere.
create table privacy_receipts (
  id bigint generated always as identity primary key,
  request_id bigint not null unique,
  user_id bigint not null,
  scope_guild_id bigint,
  counts jsonb not null,
  erased_at timestamptz not null
);
create index privacy_receipts_of_user on privacy_receipts (user_id, erased_at);
create index privacy_receipts_age on privacy_receipts (erased_at);
-- What stays for others loses its name: null is somebody whose data were erased.
alter table command_runs alter column user_id drop not null;
create index command_runs_of_user on command_runs (user_id) where user_id is not null;
alter table settings_history alter column changed_by drop not null;
create index settings_history_of_person on settings_history (changed_by) where changed_by is not null;
create index api_keys_of_maker on api_keys (created_by);
create index guilds_left on guilds (left_at) where left_at is not null;
