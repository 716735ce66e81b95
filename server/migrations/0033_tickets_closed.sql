-- Tickets that are closed and not archived yet, which a worker looks through every minute.
create index tickets_to_archive on tickets (guild_id, closed_at) where status = 'closed';
