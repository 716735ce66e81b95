-- Embeds that an admin has written and not sent, as they were typed; forgotten after a day. Sending is noted before it is
-- tried, so that a process that dies meanwhile does not make it be sent twice.
create table embed_drafts (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  user_id bigint not null,
  channel_id bigint not null,
  title text not null,
  description text not null,
  colour text not null,
  footer text not null,
  image_url text not null,
  sending_at timestamptz,
  message_id bigint,
  created_at timestamptz not null,
  constraint embed_drafts_sent_was_tried check (message_id is null or sending_at is not null)
);
create index embed_drafts_age on embed_drafts (created_at);
create index embed_drafts_of_person on embed_drafts (user_id, guild_id);
