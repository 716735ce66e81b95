-- Reminders that a member was shown in Discord and may still save; forgotten after a day.
create table reminder_previews (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  user_id bigint not null,
  input jsonb not null,
  origin_channel_id bigint,
  origin_message_id bigint,
  created_at timestamptz not null,
  constraint reminder_previews_origin_is_whole check ((origin_channel_id is null) = (origin_message_id is null))
);
create index reminder_previews_age on reminder_previews (created_at);
