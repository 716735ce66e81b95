-- Tickets that were closed and not yet looked at by whoever works with closed ones; taken out as they are taken up.
create table ticket_closings (
  ticket_id bigint primary key references tickets on delete cascade
);

-- What a ticket came to, in a few sentences, and the FAQ entry that could be made of it.
create table ticket_summaries (
  ticket_id bigint primary key references tickets on delete cascade,
  guild_id bigint not null,
  -- Whose ticket it is; null: erased.
  opener_id bigint,
  -- wanted: to be written. made: written. without: there is none, for the reason.
  status text not null default 'wanted' check (status in ('wanted', 'made', 'without')),
  reason text,
  summary text,
  -- {"title": …, "answer": …, "keywords": […]}; null: nothing in it would help others.
  entry jsonb,
  attempts integer not null default 0,
  -- When it is tried next; a worker that works on it holds it until then.
  due_at timestamptz,
  wanted_at timestamptz not null
);
create index ticket_summaries_due on ticket_summaries (due_at) where due_at is not null;
create index ticket_summaries_of_opener on ticket_summaries (opener_id) where opener_id is not null;
create index ticket_summaries_of_guild on ticket_summaries (guild_id);

-- Replies that a member of the staff has had drafted and not yet sent.
create table ticket_reply_drafts (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets on delete cascade,
  guild_id bigint not null,
  user_id bigint not null,
  body text not null,
  created_at timestamptz not null
);
create index ticket_reply_drafts_of_user on ticket_reply_drafts (user_id);
create index ticket_reply_drafts_age on ticket_reply_drafts (created_at);
