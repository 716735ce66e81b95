-- Messages of announcement channels that say when something is; one row for each message, whatever happens to it.
create table announcements (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  channel_id bigint not null,
  message_id bigint not null unique,
  author_id bigint not null,
  is_by_person boolean not null,
  -- made: it has a reminder. unsure, refused: an admin is asked. ignored, cancelled, deleted: nothing more is made of it.
  status text not null check (status in ('made', 'unsure', 'refused', 'ignored', 'cancelled', 'deleted')),
  -- What the message itself says; never what people made of it.
  reading jsonb not null,
  version integer not null default 1,
  reminder_id bigint,
  -- When the last event is; null where it is not known or there is none.
  event_at timestamptz,
  edited_at timestamptz,
  reaction text not null default 'none' check (reaction in ('none', 'wanted', 'shown', 'unwanted')),
  reply_expires_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index announcements_of_guild on announcements (guild_id, id);
create index announcements_of_channel on announcements (channel_id, message_id);
create index announcements_of_author on announcements (author_id);
create index announcements_to_mark on announcements (id) where reaction in ('wanted', 'unwanted');
create index announcements_replies on announcements (reply_expires_at) where reply_expires_at is not null;

-- Up to which message the announcements of a channel were read, so that those of a downtime are read afterwards.
create table announcement_marks (
  guild_id bigint primary key,
  channel_id bigint not null,
  message_id bigint not null
);

-- Sendings of a reminder besides the one at its lead, so long before the event.
alter table reminders add column more_lead_seconds integer[] not null default '{}'
  check (0 <= all (more_lead_seconds) and cardinality(more_lead_seconds) <= 5);
-- To know one's own sendings again among what stands in a channel.
create index reminder_deliveries_of_message on reminder_deliveries (message_id) where message_id is not null;
