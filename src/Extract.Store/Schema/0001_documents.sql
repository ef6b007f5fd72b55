-- What was submitted. A document is its bytes: sha256 is its identity, and every other table hangs on document.id and goes with it.

create table filer (
  id   integer primary key,
  name text not null unique            -- 单位 as printed
);

create table document (
  id             integer primary key,
  sha256         text not null unique, -- lower-case hexadecimal digest of the bytes
  file           text not null,        -- file name without its folder; the first in ordinal order where several hold the same bytes
  status         text not null check (status in ('read', 'partial', 'needs_ocr', 'failed')),
  format         text not null,        -- txt, md, pdf, docx, doc, xlsx, xls; empty where it could not be told
  kind           text not null,        -- final_accounts, budget, self_evaluation, evaluation_report, unknown
  title          text not null,
  title_place    text,
  filer_id       integer references filer (id),
  filer_place    text,
  region         text not null,
  fiscal_year    integer,
  unit           text not null,        -- the unit most of its amounts are in
  sheets         integer not null,
  text_layer     text not null,        -- full, partial, none
  reader_version text not null,        -- what read it; another version reads it again and replaces its facts
  failed_stage   text,                 -- read, recognise, check: where a failed document failed
  failed_code    text,
  failed_zh      text,                 -- why, in one line
  failed_en      text
);
create index document_filer on document (filer_id, fiscal_year);

-- The files in which the bytes were found, by full path.
create table document_file (
  path        text primary key,
  document_id integer not null references document (id) on delete cascade
) without rowid;
create index document_file_document on document_file (document_id);

-- Files whose bytes could not even be read; gone as soon as they can be.
create table unreadable_file (
  path           text primary key,
  code           text not null,
  says_zh        text not null,
  says_en        text not null,
  reader_version text not null
) without rowid;

-- All that is kept of a version that was replaced: which bytes stood at a path before which others.
create table replaced_version (
  path        text not null,
  sha256      text not null,
  replaced_by text not null,
  primary key (path, sha256)
) without rowid;

create table diagnostic (
  document_id integer not null references document (id) on delete cascade,
  ordinal     integer not null,
  id          text not null,           -- EX2001
  severity    text not null,           -- error, warning, note
  says_zh     text not null,
  says_en     text not null,
  place       text,
  primary key (document_id, ordinal)
) without rowid;
