-- What the checks found. What held is counted in check_run, not listed.

create table check_run (
  document_id          integer primary key references document (id) on delete cascade,
  checks_run           integer not null,   -- instances of checks
  held                 integer not null,
  held_within_rounding integer not null,
  failed               integer not null,
  cannot_run           integer not null
);

create table finding (
  id             text not null,        -- stable fingerprint: the same on every machine and in every run
  document_id    integer not null references document (id) on delete cascade,
  ordinal        integer not null,
  check_id       text not null,        -- N-17
  verdict        text not null,        -- fails, holds_within_rounding, cannot_run
  severity       text not null,        -- error, warning, note
  subject        text not null,
  says_zh        text not null,
  says_en        text not null,
  formula        text not null,        -- with the printed numbers in it
  unit           text not null,        -- of the four below, which are decimal text in it
  stated         text not null,
  computed       text not null,
  gap            text not null,        -- stated minus computed
  slack          text not null,        -- the rounding allowed
  stated_value   text,                 -- in the base unit
  gap_value      text,
  gap_li         integer,              -- for money, in 厘
  decimals       integer,              -- of stated
  cause          text not null,        -- key of the likely cause, or empty
  cause_zh       text not null,
  cause_en       text not null,
  place          text,                 -- of the stated value, else of the first operand
  primary key (document_id, ordinal)
) without rowid;
create index finding_id on finding (id);
create index finding_check on finding (check_id, verdict);

create table finding_operand (
  document_id     integer not null,
  finding_ordinal integer not null,
  ordinal         integer not null,
  label           text not null,
  role            text not null,       -- stated, part, whole, other
  printed         text not null,
  value           text,                -- in the base unit of the unit
  unit            text not null,
  decimals        integer,
  quote           text not null,
  place           text,
  primary key (document_id, finding_ordinal, ordinal),
  foreign key (document_id, finding_ordinal) references finding (document_id, ordinal) on delete cascade
) without rowid;
