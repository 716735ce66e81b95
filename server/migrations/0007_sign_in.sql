-- Which Discord user the subject of a token is. Only Discord's own answer to our sign-in writes here.
create table account_links (
  subject text primary key,
  user_id bigint not null,
  is_own boolean not null,
  linked_at timestamptz not null
);
-- A person has one subject of our own, and any number from elsewhere.
create unique index account_links_own on account_links (user_id) where is_own;
create table sessions (
  id uuid primary key,
  secret_hash bytea not null unique,
  subject text not null references account_links (subject) on delete cascade,
  user_id bigint not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_of_user on sessions (user_id);
create index sessions_expiry on sessions (expires_at);
-- Sign-ins that were sent to Discord and have not come back; only the browser that began one may end it. `subject` when
-- somebody from elsewhere links an account.
create table sign_in_attempts (
  state_hash bytea primary key,
  browser_hash bytea not null,
  code_verifier text not null,
  return_to text not null,
  subject text,
  expires_at timestamptz not null
);
create index sign_in_attempts_expiry on sign_in_attempts (expires_at);
-- What our own tokens are signed with; the newest signs, all verify.
create table signing_keys (
  id text primary key,
  secret bytea not null,
  created_at timestamptz not null
);
create table api_keys (
  id bigint generated always as identity primary key,
  hash bytea not null unique,
  name text not null,
  hint text not null,
  scopes text[] not null,
  guild_id bigint,
  created_by bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_of_guild on api_keys (guild_id);
