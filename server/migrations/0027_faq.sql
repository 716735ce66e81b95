-- Questions and answers of each guild, and how they are found.

do $$
begin
  create extension if not exists pg_trgm;
  create extension if not exists btree_gin;
exception when insufficient_privilege or feature_not_supported or undefined_file then
  raise exception 'Alphapy needs the extensions pg_trgm and btree_gin, which come with PostgreSQL (package postgresql-contrib on some systems). As a superuser, run in the database "%": create extension if not exists pg_trgm; create extension if not exists btree_gin; and start Alphapy again. PostgreSQL said: %', current_database(), sqlerrm;
end $$;

-- Without accents and case, so that people may leave them out.
create function faq_plain(words text) returns text
  language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(words, nfkd), U&'[\0300-\036F]', '', 'g'));

-- The words in the language of the entry and as they stand; both, since names and readers follow no language.
create function faq_lexemes(language text, words text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector('pg_catalog.simple', faq_plain(words)) || case language
    when 'en' then to_tsvector('pg_catalog.english', faq_plain(words))
    when 'nl' then to_tsvector('pg_catalog.dutch', faq_plain(words))
    else '' end;

-- array_to_string may depend on settings where it writes dates; of texts it does not.
create function faq_joined(words text[]) returns text
  language sql immutable strict parallel safe
  return array_to_string(words, ' ');

-- The last number that was given in a guild, and how many entries are published. Whoever changes entries locks its row.
create table faq_guilds (
  guild_id bigint primary key,
  last_number integer not null default 0,
  published integer not null default 0
);

create table faq_entries (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  number integer not null,
  title text not null,
  answer text not null,
  keywords text[] not null default '{}',
  category text,
  language text not null check (language in ('en', 'nl', 'simple')),
  state text not null check (state in ('draft', 'published', 'deleted')),
  source text not null check (source in ('admin', 'ticket')),
  ticket_id bigint,
  views integer not null default 0,
  solved integer not null default 0,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  heading_lexemes tsvector not null generated always as (
    setweight(faq_lexemes(language, title), 'A') || setweight(faq_lexemes(language, faq_joined(keywords)), 'B')) stored,
  lexemes tsvector not null generated always as (
    setweight(faq_lexemes(language, title), 'A') || setweight(faq_lexemes(language, faq_joined(keywords)), 'B')
      || setweight(faq_lexemes(language, answer), 'C')) stored,
  unique (guild_id, number),
  unique (guild_id, ticket_id)
);

create index faq_entries_by_state on faq_entries (guild_id, state, number);
-- Without a list of pending words, which every search would have to read.
create index faq_entries_heading on faq_entries using gin (guild_id, heading_lexemes)
  with (fastupdate = off) where state = 'published';
create index faq_entries_lexemes on faq_entries using gin (guild_id, lexemes)
  with (fastupdate = off) where state = 'published';

-- Every version whole. One that was set aside was never shown: somebody else had changed the entry meanwhile.
create table faq_versions (
  guild_id bigint not null,
  entry_id bigint not null references faq_entries on delete cascade,
  version integer not null,
  act text not null
    check (act in ('created', 'edited', 'published', 'deleted', 'restored', 'set_aside')),
  title text not null,
  answer text not null,
  keywords text[] not null,
  category text,
  language text not null,
  state text not null,
  changed_by bigint,
  changed_at timestamptz not null,
  primary key (entry_id, version)
);
create index faq_versions_by_person on faq_versions (changed_by) where changed_by is not null;
create index faq_versions_by_guild on faq_versions (guild_id);

-- The words of titles and keywords, among which one that was mistyped is looked for, and their stems; with the number of
-- published entries that have them, since rare words say more than common ones.
create table faq_vocabulary (
  guild_id bigint not null,
  word text not null,
  is_stem boolean not null,
  entries integer not null,
  primary key (guild_id, word)
);
create index faq_vocabulary_alike on faq_vocabulary using gin (guild_id, word gin_trgm_ops)
  with (fastupdate = off) where not is_stem;

create table faq_synonyms (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  words text[] not null,
  -- The words and their stems, without case and accents.
  matching text[] not null
);
create index faq_synonyms_by_guild on faq_synonyms (guild_id);

-- What was looked for and not found; by whom is not kept.
create table faq_searches (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  words text not null,
  asked integer not null,
  state text not null check (state in ('open', 'done', 'dismissed')),
  first_asked_at timestamptz not null,
  last_asked_at timestamptz not null,
  unique (guild_id, words)
);
create index faq_searches_by_time on faq_searches (last_asked_at);

-- Whom an entry helped within the last month, so that nobody counts twice.
create table faq_solutions (
  guild_id bigint not null,
  entry_id bigint not null references faq_entries on delete cascade,
  user_id bigint not null,
  solved_at timestamptz not null,
  primary key (entry_id, user_id)
);
create index faq_solutions_by_person on faq_solutions (user_id);
create index faq_solutions_by_guild on faq_solutions (guild_id);
create index faq_solutions_by_time on faq_solutions (solved_at);
