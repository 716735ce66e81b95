-- While the bot is not in a guild its reminders are held: not planned, not sent, not completed. Here and not in a process,
-- so that whoever writes that the bot has left, for whatever reason, cannot forget it; and in the reminder itself, so
-- that finding what is due stays one walk along an index.
alter table reminders add column held_since timestamptz;
drop index reminders_due;
create index reminders_due on reminders (next_send_at, id) where status = 'active' and held_since is null;

create function hold_reminders() returns trigger language plpgsql as $$
begin
  update reminders set held_since = new.left_at where guild_id = new.guild_id;
  return null;
end
$$;
create trigger guilds_hold_reminders after update of left_at on guilds
  for each row when (old.left_at is distinct from new.left_at) execute function hold_reminders();
update reminders r set held_since = g.left_at from guilds g where g.guild_id = r.guild_id and g.left_at is not null;

-- The last joining of each guild that was greeted; Discord tells when the bot joined.
create table guild_greetings (
  guild_id bigint primary key,
  joined_at timestamptz not null,
  greeted_at timestamptz not null
);

-- What a guild did for the first time, and whether it was given the tip for it.
create table guild_milestones (
  guild_id bigint not null,
  milestone text not null,
  reached_at timestamptz not null,
  due_at timestamptz not null,
  told_at timestamptz,
  primary key (guild_id, milestone)
);
create index guild_milestones_untold on guild_milestones (due_at) where told_at is null;
