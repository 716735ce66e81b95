-- Messages that follow from something stored, put here in its transaction and sent by a worker: to a channel, or to a
-- person and, where that person takes no messages, to the channel. Forgotten a day after they are finished.
create table outgoing_messages (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  channel_id bigint,
  user_id bigint,
  reply_to bigint,
  purpose text not null,
  about text,
  body jsonb not null,
  status text not null default 'due' check (status in ('due', 'sent', 'failed', 'expired')),
  attempts integer not null default 0,
  attempt_at timestamptz not null,
  uncertain_since timestamptz,
  lease_until timestamptz,
  expires_at timestamptz not null,
  sent_channel_id bigint,
  message_id bigint,
  error text,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint outgoing_messages_go_somewhere check (num_nonnulls(channel_id, user_id) > 0),
  constraint outgoing_messages_finished_or_due check ((status = 'due') = (finished_at is null))
);
create index outgoing_messages_due on outgoing_messages (attempt_at, id) where status = 'due';
create index outgoing_messages_about on outgoing_messages (guild_id, purpose, about);
create index outgoing_messages_finished on outgoing_messages (finished_at) where status <> 'due';
