-- Ids of Discord are bigint: snowflakes stay below 2^63 until the year 2084.
create table reminders (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  channel_id bigint not null,
  owner_id bigint not null,
  name text not null check (char_length(name) between 1 and 100),
  message text not null default '' check (char_length(message) <= 2000),
  location text check (char_length(location) <= 200),
  image_url text check (image_url like 'https://%'),
  mention text not null default 'none' check (mention in ('none', 'everyone') or mention ~ '^[1-9][0-9]{0,18}$'),
  catch_up text not null default 'send_late' check (catch_up in ('send_late', 'skip')),
  time_zone text not null,
  send_time time not null,
  call_time time not null,
  lead_seconds integer not null check (lead_seconds >= 0),
  days text[] not null default '{}' check (days <@ array['0', '1', '2', '3', '4', '5', '6']),
  rrule text,
  starts_at timestamptz,
  event_at timestamptz,
  ends_at timestamptz,
  origin_channel_id bigint,
  origin_message_id bigint,
  status text not null check (status in ('active', 'paused', 'completed')),
  paused_reason text,
  owner_told_at timestamptz,
  next_send_at timestamptz,
  next_event_at timestamptz,
  next_phase text check (next_phase in ('recurring', 'lead', 'event')),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  completed_at timestamptz,
  constraint reminders_one_kind check (num_nonnulls(nullif(days, '{}'), rrule, event_at) = 1),
  constraint reminders_rule_has_start check ((rrule is null) = (starts_at is null)),
  constraint reminders_origin_is_whole check ((origin_channel_id is null) = (origin_message_id is null)),
  constraint reminders_active_has_next check ((status = 'active') = (next_send_at is not null)),
  constraint reminders_next_is_whole check (num_nonnulls(next_send_at, next_event_at, next_phase) in (0, 3)),
  constraint reminders_phase_fits_kind check (next_phase is null or (next_phase = 'recurring') = (event_at is null)),
  constraint reminders_paused_has_reason check ((status = 'paused') = (paused_reason is not null)),
  constraint reminders_completed_has_time check ((status = 'completed') = (completed_at is not null))
);
create index reminders_due on reminders (next_send_at, id) where status = 'active';
create index reminders_of_owner on reminders (owner_id, guild_id);
create index reminders_of_guild on reminders (guild_id);
create index reminders_completed on reminders (completed_at) where status = 'completed';

-- One row for each message a reminder has sent or is to send: the ledger, and the outbox of the workers.
create table reminder_deliveries (
  id bigint generated always as identity primary key,
  reminder_id bigint not null references reminders on delete cascade,
  guild_id bigint not null,
  channel_id bigint not null,
  send_at timestamptz not null,
  event_at timestamptz not null,
  phase text not null check (phase in ('recurring', 'lead', 'event', 'snooze')),
  status text not null check (status in ('due', 'sent', 'missed', 'skipped', 'cancelled', 'failed')),
  attempts integer not null default 0 check (attempts >= 0),
  attempt_at timestamptz not null,
  uncertain_since timestamptz,
  lease_until timestamptz,
  leased_by text,
  message_id bigint,
  error text,
  finished_at timestamptz,
  created_at timestamptz not null,
  unique (reminder_id, send_at, phase),
  constraint reminder_deliveries_lease_is_whole check ((lease_until is null) = (leased_by is null)),
  constraint reminder_deliveries_finished_or_due check ((status = 'due') = (finished_at is null))
);
create index reminder_deliveries_due on reminder_deliveries (attempt_at, id) where status = 'due';
create index reminder_deliveries_leased on reminder_deliveries (channel_id)
  where status = 'due' and lease_until is not null;
create index reminder_deliveries_of_reminder on reminder_deliveries (reminder_id, send_at desc);
