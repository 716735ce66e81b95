-- How far members have come. Rows without a user id are the figures of the guild, which stay when a person is erased.

-- One way through the onboarding, from Start to its end, by nobody in particular.
create table onboarding_runs (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  mode text not null,
  started_at timestamptz not null,
  moved_at timestamptz not null,
  completed_at timestamptz
);
create index onboarding_runs_of_guild on onboarding_runs (guild_id, started_at);
create index onboarding_runs_old on onboarding_runs (started_at);

-- The steps that a run has come to. `item_id` is the rule or question; 0 for steps that have none.
create table onboarding_run_steps (
  run_id bigint not null references onboarding_runs on delete cascade,
  kind text not null,
  item_id bigint not null,
  title text not null,
  completed boolean not null default false,
  primary key (run_id, kind, item_id)
);

-- Where a member stands in the run that is open or was the last. `revision` grows with every step, so that a button
-- shown before is known to be an old one.
create table onboarding_progress (
  guild_id bigint not null,
  user_id bigint not null,
  run_id bigint references onboarding_runs on delete set null,
  revision integer not null,
  state jsonb not null,
  started_at timestamptz not null,
  moved_at timestamptz not null,
  completed_at timestamptz,
  primary key (guild_id, user_id)
);
create index onboarding_progress_of_user on onboarding_progress (user_id);
create index onboarding_progress_run on onboarding_progress (run_id);

-- What a member confirmed last, with the questions as they were asked. The id grows with each confirmation.
create table onboarding_responses (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  user_id bigint not null,
  mode text not null,
  answers jsonb not null,
  personalization text,
  language text,
  completed_at timestamptz not null,
  unique (guild_id, user_id)
);
create index onboarding_responses_page on onboarding_responses (guild_id, id);
create index onboarding_responses_of_user on onboarding_responses (user_id);

-- Members whose roles are still to be put right: `joined` have the join role, `completed` the completion role instead.
create table onboarding_role_tasks (
  guild_id bigint not null,
  user_id bigint not null,
  standing text not null check (standing in ('joined', 'completed')),
  due_at timestamptz not null,
  attempts integer not null default 0,
  is_told boolean not null default false,
  created_at timestamptz not null,
  primary key (guild_id, user_id)
);
create index onboarding_role_tasks_due on onboarding_role_tasks (due_at);
create index onboarding_role_tasks_of_user on onboarding_role_tasks (user_id);

-- The message with the Start button: where it stands, and what it says as a hash. A channel that an admin chose for it
-- counts for as long as the rules channel is what it was then.
create table onboarding_panels (
  guild_id bigint primary key,
  chosen_channel_id bigint,
  chosen_over bigint,
  channel_id bigint,
  message_id bigint,
  fingerprint text,
  generation integer not null default 0,
  due_at timestamptz not null,
  constraint onboarding_panels_stand_somewhere check (num_nulls(channel_id, message_id, fingerprint) in (0, 3))
);
create index onboarding_panels_due on onboarding_panels (due_at);
create index onboarding_panels_message on onboarding_panels (message_id);

-- What went wrong and was told, so that it is not told again and again.
create table onboarding_troubles (
  guild_id bigint not null,
  cause text not null,
  told_at timestamptz not null,
  primary key (guild_id, cause)
);
