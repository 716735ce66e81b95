-- What is known of the invites of a guild, in which turns are taken by locking its name. `open_uses` are uses of invites
-- that were seen and whose joins are not told apart yet; it names codes, no persons.
create table invite_watches (
  guild_id bigint primary key,
  -- When the last look that Discord answered began.
  looked_at timestamptz,
  open_uses jsonb not null default '{"uses": [], "draws": []}',
  -- Members may have left unheard before this.
  members_doubtful_since timestamptz,
  blind_told_at timestamptz
);
-- The invites as they were last seen. Those that are gone are forgotten after a day.
create table guild_invites (
  guild_id bigint not null,
  code text not null,
  inviter_id bigint,
  is_vanity boolean not null,
  uses integer not null,
  max_uses integer not null,
  expires_at timestamptz,
  -- Heard of its end, which the next look takes into account; from then on it is gone.
  deleted_at timestamptz,
  gone_at timestamptz,
  primary key (guild_id, code)
);
create index guild_invites_of_inviter on guild_invites (inviter_id);
create index guild_invites_gone on guild_invites (gone_at) where gone_at is not null;
-- The stays of members, of which the first that somebody brought about counts for that inviter. Stays that are long over
-- are forgotten; what they count goes into `invite_tallies`. Erased persons leave a row without a name.
create table invite_joins (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  user_id bigint,
  joined_at timestamptz not null,
  left_at timestamptz,
  code text,
  inviter_id bigint,
  confidence text not null check (confidence in ('certain', 'likely', 'unknown')),
  is_rejoin boolean not null,
  is_credited boolean not null,
  -- Of a credited stay: its person is not in the guild, by this or another stay.
  is_away boolean not null default false,
  decided_at timestamptz not null,
  checked_at timestamptz not null,
  unique (guild_id, user_id, joined_at)
);
create index invite_joins_of_inviter on invite_joins (guild_id, inviter_id);
create index invite_joins_of_user on invite_joins (user_id);
create index invite_joins_by_inviter on invite_joins (inviter_id);
create index invite_joins_decided on invite_joins (guild_id, decided_at);
create index invite_joins_open on invite_joins (guild_id, checked_at) where left_at is null;
create index invite_joins_over on invite_joins (left_at) where left_at is not null;
-- What counts beside the stays that are kept: what admins set, and what was forgotten. Without an inviter: of nobody known.
create table invite_tallies (
  guild_id bigint not null,
  inviter_id bigint,
  adjustment integer not null default 0,
  joins integer not null default 0,
  departed integer not null default 0,
  rejoins integer not null default 0,
  certain integer not null default 0,
  likely integer not null default 0,
  unattributed integer not null default 0,
  unique nulls not distinct (guild_id, inviter_id)
);
create index invite_tallies_of_inviter on invite_tallies (inviter_id);
