-- What time makes of tickets: who spoke when, what was reminded of, and when somebody has to look again.
alter table tickets
  add column last_message_at timestamptz,
  -- Who had the last word; null: nobody spoke since it opened.
  add column last_by text check (last_by in ('opener', 'staff')),
  add column first_response_at timestamptz,
  -- Null: erased, or nobody answered yet.
  add column first_response_by bigint,
  add column reminded_at timestamptz,
  -- When the reminder stood in the channel.
  add column reminder_shown_at timestamptz,
  add column never_closes boolean not null default false,
  add column response_warned_at timestamptz,
  add column response_missed_at timestamptz,
  add column resolution_warned_at timestamptz,
  add column resolution_missed_at timestamptz,
  -- For which closing the member was asked how it was.
  add column rating_asked_for timestamptz,
  -- Up to which version time has been looked at, and when it has to be looked at again.
  add column checked_version integer not null default 0,
  add column next_check_at timestamptz;
create index tickets_to_check on tickets (id) where checked_version < version;
create index tickets_next_check on tickets (next_check_at) where next_check_at is not null;
create index tickets_of_responder on tickets (first_response_by) where first_response_by is not null;
create index tickets_opened on tickets (guild_id, created_at);
create index tickets_closed on tickets (guild_id, closed_at) where closed_at is not null;

-- Who of the staff takes tickets that the bot hands out.
create table ticket_duty (
  guild_id bigint not null,
  user_id bigint not null,
  is_on boolean not null,
  changed_at timestamptz not null,
  -- Counts the tickets that were handed out in the guild; whoever has the lowest number is next.
  last_turn bigint not null default 0,
  primary key (guild_id, user_id)
);
create index ticket_duty_of_user on ticket_duty (user_id);

-- What members thought of how their ticket was dealt with: one for each closing.
create table ticket_ratings (
  ticket_id bigint not null references tickets on delete cascade,
  closed_at timestamptz not null,
  guild_id bigint not null,
  -- Null: erased.
  user_id bigint,
  score integer not null check (score between 1 and 5),
  comment text,
  rated_at timestamptz not null,
  primary key (ticket_id, closed_at)
);
create index ticket_ratings_of_guild on ticket_ratings (guild_id, rated_at);
create index ticket_ratings_of_user on ticket_ratings (user_id) where user_id is not null;

-- How many tickets known answers made needless, by the day of UTC.
create table ticket_deflections (
  guild_id bigint not null,
  day date not null,
  count integer not null,
  primary key (guild_id, day)
);
