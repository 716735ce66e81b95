-- What the gateway knows of the guilds the bot is in, for the roles of the program that have no gateway.
create table guilds (
  guild_id bigint primary key,
  name text not null,
  icon text,
  owner_id bigint not null,
  member_count integer,
  left_at timestamptz,
  updated_at timestamptz not null
);
create index guilds_of_owner on guilds (owner_id) where left_at is null;
