-- What new members are asked and told. Orders are dense from 1 when a transaction ends.
create table onboarding_questions (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  step_order integer not null check (step_order >= 1),
  question text not null,
  question_type text not null check (question_type in ('select', 'multiselect', 'text', 'email')),
  options jsonb,
  followup jsonb,
  required boolean not null,
  enabled boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint onboarding_questions_order unique (guild_id, step_order) deferrable initially deferred
);
create table onboarding_rules (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  rule_order integer not null check (rule_order >= 1),
  title text not null,
  description text not null,
  thumbnail_url text,
  image_url text,
  enabled boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint onboarding_rules_order unique (guild_id, rule_order) deferrable initially deferred
);
