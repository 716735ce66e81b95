-- Up to when it is known of a guild who joined, so that those who joined while nobody was connected are found afterwards.
create table onboarding_arrival_marks (
  guild_id bigint primary key,
  known_until timestamptz not null
);
