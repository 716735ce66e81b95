-- What new members are asked and told. Positions are dense from 1 when a transaction ends; until then items may meet.
create table onboarding_questions (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  position integer not null check (position >= 1),
  question text not null,
  question_type text not null check (question_type in ('select', 'multiselect', 'text', 'email')),
  options jsonb,
  followup jsonb,
  required boolean not null,
  enabled boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint onboarding_questions_position unique (guild_id, position) deferrable initially deferred,
  constraint onboarding_questions_choices check ((options is not null) = (question_type in ('select', 'multiselect')))
);
create table onboarding_rules (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  position integer not null check (position >= 1),
  title text not null,
  description text not null,
  thumbnail_url text,
  image_url text,
  enabled boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint onboarding_rules_position unique (guild_id, position) deferrable initially deferred
);
