-- Documents from which questions are answered, and the passages into which they are cut.
create table knowledge_documents (
  id bigint generated always as identity primary key,
  -- Null: of the operator, for every guild.
  guild_id bigint,
  -- uploaded: through the API. file: from the data directory.
  origin text not null check (origin in ('uploaded', 'file')),
  name text not null,
  -- Counts the replacements.
  version integer not null,
  bytes integer not null,
  -- Of a file, by which it is seen that it changed.
  modified_ms bigint,
  -- Null: a file, or whoever uploaded it had the name erased.
  updated_by bigint,
  updated_at timestamptz not null,
  unique nulls not distinct (guild_id, origin, name),
  check (guild_id is not null or origin = 'file')
);
create index knowledge_documents_by_person on knowledge_documents (updated_by) where updated_by is not null;

-- In the languages of readers and as they stand; all of them, since documents do not say in which they are written.
create function knowledge_words(words text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector('pg_catalog.simple', words) || to_tsvector('pg_catalog.english', words)
    || to_tsvector('pg_catalog.dutch', words);

create table knowledge_passages (
  id bigint generated always as identity primary key,
  document_id bigint not null references knowledge_documents on delete cascade,
  -- That of the document.
  guild_id bigint,
  place integer not null,
  -- The headings under which it stands.
  title text not null,
  text text not null,
  words tsvector not null generated always as (
    setweight(knowledge_words(title), 'A') || setweight(knowledge_words(text), 'C')) stored,
  unique (document_id, place)
);
create index knowledge_passages_by_guild on knowledge_passages (guild_id);
create index knowledge_passages_words on knowledge_passages using gin (words) with (fastupdate = off);

-- Questions that the language model did not answer, for as long as they can be asked again.
create table failed_questions (
  id bigint generated always as identity primary key,
  guild_id bigint not null,
  user_id bigint not null,
  question text not null,
  asked_at timestamptz not null,
  -- Until when it is being asked again; whoever dies meanwhile leaves it to the next press.
  held_until timestamptz
);
create index failed_questions_by_person on failed_questions (user_id);
create index failed_questions_by_guild on failed_questions (guild_id);
create index failed_questions_by_time on failed_questions (asked_at);
