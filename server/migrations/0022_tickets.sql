-- The number that people read counts per guild; the row's lock puts the openings of a guild in an order.
create table ticket_numbers (
  guild_id bigint primary key,
  last_number integer not null
);

-- Kinds of tickets that a guild offers, each with its own form, place, staff and limits.
create table ticket_panels (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  name text not null,
  description text not null default '',
  emoji text,
  position integer not null,
  is_enabled boolean not null default true,
  place text not null default 'channel' check (place in ('channel', 'thread')),
  -- Null: what the guild's settings say.
  category_id bigint,
  overflow_category_id bigint,
  -- Where the private threads are made.
  thread_channel_id bigint,
  -- Empty: the staff role of the guild's settings.
  staff_role_ids bigint[] not null default '{}',
  -- A member needs one of these.
  required_role_ids bigint[] not null default '{}',
  refused_role_ids bigint[] not null default '{}',
  questions jsonb not null default '[]',
  most_per_member integer not null default 1,
  most_open integer,
  cooldown_seconds integer not null default 30,
  -- {"zone": "Europe/Brussels", "windows": [{"day": 0, "from": "09:00", "to": "17:00"}]}; null: always.
  hours jsonb,
  outside_hours text not null default 'warn' check (outside_hours in ('refuse', 'warn')),
  welcome text,
  idle_hours integer,
  auto_close_hours integer,
  first_response_minutes integer,
  resolution_minutes integer,
  assignment text not null default 'none' check (assignment in ('none', 'round_robin', 'least_loaded')),
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index ticket_panels_of_guild on ticket_panels (guild_id, lower(name));

create table tickets (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  number integer not null,
  -- Null: by the guild's settings alone.
  panel_id bigint references ticket_panels on delete set null,
  -- Null: erased on the member's wish.
  opener_id bigint,
  -- As of the opening.
  username text not null,
  -- Of the opener, in whose words the ticket speaks.
  language text not null,
  description text not null,
  -- What the form asked and was told: [{"question": …, "answer": …}]
  answers jsonb not null default '[]',
  -- The interaction that opened it: a repeat opens nothing more.
  interaction_id bigint unique,
  status text not null default 'open'
    check (status in ('open', 'claimed', 'waiting_for_user', 'escalated', 'closed', 'archived')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  labels text[] not null default '{}',
  claimed_by bigint,
  claimed_at timestamptz,
  -- A role.
  escalated_to bigint,
  -- Null: not made yet, or gone.
  channel_id bigint unique,
  closed_at timestamptz,
  closed_by bigint,
  close_reason text,
  archived_at timestamptz,
  archived_by bigint,
  -- One more with every change; what follows from it in Discord is done up to `settled_version`.
  version integer not null default 1,
  settled_version integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (guild_id, number)
);
create index tickets_of_guild on tickets (guild_id, status, number);
create index tickets_of_opener on tickets (opener_id, guild_id);
create index tickets_of_panel on tickets (panel_id) where panel_id is not null;
create index tickets_to_settle on tickets (id) where settled_version < version;

-- Everything that happened to a ticket, in its order.
create table ticket_events (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets on delete cascade,
  guild_id bigint not null,
  kind text not null,
  from_status text,
  to_status text,
  -- Null: the program itself, or erased.
  actor_id bigint,
  details jsonb not null default '{}',
  happened_at timestamptz not null
);
create index ticket_events_of_ticket on ticket_events (ticket_id, id);
create index ticket_events_of_actor on ticket_events (actor_id) where actor_id is not null;

-- Who is in the channel of a ticket besides its opener and its staff.
create table ticket_people (
  ticket_id bigint not null references tickets on delete cascade,
  user_id bigint not null,
  guild_id bigint not null,
  -- Null: erased.
  added_by bigint,
  added_at timestamptz not null,
  primary key (ticket_id, user_id)
);
create index ticket_people_of_user on ticket_people (user_id);

-- What staff write for each other; members never see it.
create table ticket_notes (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets on delete cascade,
  guild_id bigint not null,
  -- Null: erased.
  author_id bigint,
  body text not null,
  created_at timestamptz not null,
  edited_at timestamptz
);
create index ticket_notes_of_ticket on ticket_notes (ticket_id, id);
create index ticket_notes_of_author on ticket_notes (author_id) where author_id is not null;

-- What a guild can label its tickets with; a ticket keeps the names that it was given.
create table ticket_labels (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  name text not null,
  -- 0xRRGGBB
  color integer,
  created_at timestamptz not null
);
create unique index ticket_labels_of_guild on ticket_labels (guild_id, lower(name));

-- The member is asked to agree to the closing, which comes by itself when nothing happens until then. One at a time.
create table ticket_close_requests (
  id bigint generated always as identity primary key,
  ticket_id bigint not null unique references tickets on delete cascade,
  guild_id bigint not null,
  -- Null: erased.
  requested_by bigint,
  reason text,
  due_at timestamptz not null,
  created_at timestamptz not null
);
create index ticket_close_requests_due on ticket_close_requests (due_at);
create index ticket_close_requests_of_staff on ticket_close_requests (requested_by) where requested_by is not null;
create index tickets_of_claimant on tickets (claimed_by) where claimed_by is not null;
