-- What is known and wanted of the channel or thread of each ticket; the worker that brings Discord to it leases its row.
create table ticket_places (
  ticket_id bigint primary key references tickets on delete cascade,
  guild_id bigint not null,
  -- When it is tried again, unless the ticket changes before that.
  attempt_at timestamptz not null,
  -- Failures in a row.
  attempts integer not null default 0,
  -- With this version of the ticket the last attempt was made.
  tried_version integer not null default 0,
  -- Something outside the ticket changed, as a role or a member: there is a look to be taken.
  wanted_looks integer not null default 0,
  settled_looks integer not null default 0,
  leased_by text,
  lease_until timestamptz,
  -- A channel or thread may have been made since then without our knowing.
  making_since timestamptz,
  -- The category that was wanted when it was placed.
  category_id bigint,
  -- Discord may write it otherwise.
  asked_name text,
  refused_names text[] not null default '{}',
  renamed_at timestamptz,
  rename_after timestamptz,
  -- Roles that were let in; others were let in by people.
  role_ids bigint[] not null default '{}',
  -- Members who were brought into a thread.
  thread_people bigint[] not null default '{}',
  control_message_id bigint,
  control_digest text,
  -- How many were posted before this one and are gone.
  control_round integer not null default 0,
  -- It may have been posted since then without our knowing.
  control_since timestamptz,
  control_is_pinned boolean not null default false,
  opener_is_gone boolean not null default false,
  -- By which panel and settings it was placed.
  terms_key text,
  -- The full category, or the guild where that is full.
  waiting_for bigint,
  waiting_since timestamptz,
  trouble text,
  troubled_since timestamptz
);
create index ticket_places_to_look on ticket_places (attempt_at) where settled_looks < wanted_looks;
create index ticket_places_leased on ticket_places (guild_id, lease_until) where lease_until is not null;
create index ticket_places_waiting on ticket_places (guild_id) where waiting_for is not null;
create index ticket_places_control on ticket_places (control_message_id) where control_message_id is not null;

-- Guilds whose channels are to be searched for some that belong to no ticket.
create table ticket_guild_checks (
  guild_id bigint primary key,
  due_at timestamptz,
  lease_until timestamptz,
  -- Channels that were left as they are, of which the admins know.
  told_channel_ids bigint[] not null default '{}'
);
