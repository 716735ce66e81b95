-- Whether known answers are shown before a ticket of this panel opens.
alter table ticket_panels add column offers_answers boolean not null default true;

-- Messages that offer panels, one in a channel.
create table ticket_postings (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  channel_id bigint not null unique,
  -- In their order; null: all of the guild.
  panel_ids bigint[],
  style text not null check (style in ('buttons', 'menu')),
  -- Null: it does not stand.
  message_id bigint,
  -- Of what it says.
  fingerprint text,
  -- Grows with every message that was sent, so that each has a nonce of its own.
  generation integer not null default 0,
  -- An admin has asked for it since it was last put right; one that is gone is then sent again.
  is_asked boolean not null default true,
  -- Why Discord did not take it last.
  trouble text,
  -- One more with every change of what is wished for; what stands is right up to `settled_version`.
  version integer not null default 1,
  settled_version integer not null default 0,
  due_at timestamptz not null,
  -- Until then one worker has it.
  leased_until timestamptz,
  created_at timestamptz not null
);
create index ticket_postings_of_guild on ticket_postings (guild_id);
create index ticket_postings_due on ticket_postings (due_at) where settled_version < version;

-- What somebody has written who was then shown answers, or a form; it becomes a ticket or is forgotten.
create table ticket_openings (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  -- What it began with: a repeat begins nothing more.
  interaction_id bigint not null unique,
  user_id bigint not null,
  username text not null,
  language text not null,
  panel_id bigint references ticket_panels on delete set null,
  description text not null,
  answers jsonb not null default '[]',
  ticket_id bigint references tickets on delete set null,
  -- Known answers that were shown.
  entry_ids bigint[] not null default '{}',
  solved_at timestamptz,
  expires_at timestamptz not null
);
create index ticket_openings_expiring on ticket_openings (expires_at);
create index ticket_openings_of_user on ticket_openings (user_id);

-- Who may open no tickets.
create table ticket_blocks (
  guild_id bigint not null,
  user_id bigint not null,
  blocked_by bigint,
  reason text,
  blocked_at timestamptz not null,
  primary key (guild_id, user_id)
);
create index ticket_blocks_of_user on ticket_blocks (user_id);
