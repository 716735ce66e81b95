-- What was said in the channels of tickets, as it happened.
create table ticket_messages (
  message_id bigint primary key,
  ticket_id bigint not null references tickets on delete cascade,
  guild_id bigint not null,
  -- Null: erased on the wish of whoever wrote it, or deleted before it could be recorded.
  author_id bigint,
  author_name text not null,
  author_avatar text,
  is_bot boolean not null default false,
  is_webhook boolean not null default false,
  -- As Discord numbers the types of messages.
  kind smallint not null default 0,
  content text not null default '',
  -- Those of embeds, components, stickers and mentions; empty where there are none.
  embeds jsonb not null default '[]',
  components jsonb not null default '[]',
  stickers text[] not null default '{}',
  -- Names of the people in the text, by their id.
  mentions jsonb not null default '{}',
  reply_to bigint,
  -- False: a deletion was heard of a message that was never seen.
  is_known boolean not null default true,
  -- Discord did not give what it says, for want of the Message Content Intent.
  is_withheld boolean not null default false,
  is_erased boolean not null default false,
  sent_at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz,
  -- The deletion was found out later, so `deleted_at` is when.
  is_deletion_missed boolean not null default false,
  -- Its words, each with the guild before it: see search/words-of.ts.
  words tsvector not null default ''
);
create index ticket_messages_of_ticket on ticket_messages (ticket_id, message_id);
create index ticket_messages_of_guild on ticket_messages (guild_id, message_id);
create index ticket_messages_of_author on ticket_messages (author_id, guild_id) where author_id is not null;
-- Who is named in what others wrote, for taking the name out of it.
create index ticket_messages_by_mention on ticket_messages using gin (mentions) where mentions <> '{}';
-- Without the list of pending entries, which every search would have to read through.
create index ticket_messages_by_word on ticket_messages using gin (words) with (fastupdate = off);

-- What a message said before it was edited.
create table ticket_message_versions (
  message_id bigint not null references ticket_messages on delete cascade,
  number integer not null,
  guild_id bigint not null,
  author_id bigint,
  content text not null,
  embeds jsonb not null default '[]',
  -- When it was edited into the next one.
  until timestamptz not null,
  primary key (message_id, number)
);
create index ticket_message_versions_of_author on ticket_message_versions (author_id) where author_id is not null;
create index ticket_message_versions_of_guild on ticket_message_versions (guild_id);

create table ticket_attachments (
  -- Discord's own.
  id bigint primary key,
  message_id bigint not null references ticket_messages on delete cascade,
  ticket_id bigint not null references tickets on delete cascade,
  guild_id bigint not null,
  -- Who sent it; null: erased.
  author_id bigint,
  position smallint not null,
  name text not null,
  size bigint not null,
  -- As whoever sent it says.
  content_type text,
  url text not null,
  width integer,
  height integer,
  -- listed: only that it was there. wanted: its bytes are fetched. kept: they are here. The others: why they are not.
  state text not null check (state in ('listed', 'wanted', 'kept', 'too_large', 'no_room', 'gone', 'failed', 'erased')),
  attempts smallint not null default 0,
  due_at timestamptz not null,
  lease text
);
create index ticket_attachments_of_message on ticket_attachments (message_id, position);
create index ticket_attachments_of_ticket on ticket_attachments (ticket_id);
create index ticket_attachments_of_author on ticket_attachments (author_id) where author_id is not null;
create index ticket_attachments_wanted on ticket_attachments (due_at) where state = 'wanted';
create index ticket_attachments_kept on ticket_attachments (guild_id, ticket_id, size) where state = 'kept';

create table ticket_attachment_bytes (
  attachment_id bigint primary key references ticket_attachments on delete cascade,
  guild_id bigint not null,
  -- What it is, seen in the bytes.
  kind text not null,
  bytes bytea not null
);
-- Pictures do not get smaller.
alter table ticket_attachment_bytes alter column bytes set storage external;
create index ticket_attachment_bytes_of_guild on ticket_attachment_bytes (guild_id);

-- Up to where each channel is recorded, and when it is read next.
create table transcript_marks (
  ticket_id bigint primary key references tickets on delete cascade,
  guild_id bigint not null,
  channel_id bigint not null,
  -- Up to this message everything was read once; 0: nothing was.
  mark bigint not null default 0,
  -- When a reading that reached the end of the channel began, and one that began at its first message.
  end_read_at timestamptz,
  whole_read_at timestamptz,
  -- How often something may have been missed, and up to which of these times it was read since.
  doubts integer not null default 0,
  doubts_settled integer not null default 0,
  -- Discord says that the channel is not there, or that the bot may not read it.
  gone_at timestamptz,
  closed_to_bot_at timestamptz,
  -- What was recorded is removed, and is not read again.
  removed_at timestamptz,
  due_at timestamptz not null,
  is_whole_wanted boolean not null default true,
  -- Of the reading under way: where it goes on, when it began, and which doubts it settles.
  reading_after bigint,
  reading_doubts integer not null default 0,
  reading_began_at timestamptz,
  is_reading_whole boolean not null default false,
  attempts integer not null default 0,
  -- Of one worker, until then.
  lease text,
  leased_until timestamptz
);
create index transcript_marks_due on transcript_marks (due_at);
create index transcript_marks_of_guild on transcript_marks (guild_id);
