-- The first answer to each Idempotency-Key, kept to be given again; 'running' is held by a lease.
create table idempotency_keys (
  caller text not null,
  key text not null,
  request_hash text not null,
  state text not null check (state in ('running', 'done')),
  lease_until timestamptz,
  status_code integer,
  headers jsonb,
  body text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (caller, key),
  constraint idempotency_keys_running_has_lease check (state <> 'running' or lease_until is not null),
  constraint idempotency_keys_done_has_answer check (state <> 'done' or status_code is not null)
);
create index idempotency_keys_expiry on idempotency_keys (expires_at);
