-- When members last asked for everything that is kept about them, which they may once a minute, whichever process answers.
create table gdpr_exports (
  user_id bigint primary key,
  asked_at timestamptz not null
);
create index gdpr_exports_age on gdpr_exports (asked_at);
