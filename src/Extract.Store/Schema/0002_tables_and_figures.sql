-- Grids, and the figures of forms and sentences.
--
-- Beside every printed number stand: <name>_value, the exact number as decimal text, in the base unit (元 for money, 1 for ratios:
-- 95.31 % is 0.9531, the thing itself for counts); <name>_li, for money, the same in 厘 (0.001 元) as an integer; <name>_decimals,
-- how many decimals were printed; <name>_place, where, as JSON: {"page":1,"line":12,"columns":[3,8]} in a text,
-- {"page":9,"box":[l,t,r,b]} in points, {"sheet":…,"cell":…}, {"path":…}; "also" lists further places of the same phrase.

create table form_table (
  id           text primary key,       -- first 16 of sha256, "-t", number from 1
  document_id  integer not null references document (id) on delete cascade,
  ordinal      integer not null,
  form         text not null,          -- the statutory form, where it was recognised
  title        text not null,          -- the title printed above it
  block        text not null,          -- the block of a form printed in several
  unit         text not null,
  evidence     text not null,          -- declared, drawn, aligned, sequenced
  confidence   real not null,          -- of the reconstruction, 0 to 1
  header_rows  integer not null,
  row_count    integer not null,
  column_count integer not null,
  pages        text not null,          -- JSON array
  place        text
) without rowid;
create index form_table_document on form_table (document_id);

create table cell (
  table_id    text not null references form_table (id) on delete cascade,
  row_index   integer not null,        -- from 0
  col_index   integer not null,
  row_span    integer not null,
  col_span    integer not null,
  text        text not null,
  entry       text not null,           -- number, dash, blank, words
  value       text,                    -- in the unit printed in the cell itself; the unit of the column is decided in fact
  unit        text not null,
  decimals    integer,
  place       text,
  primary key (table_id, row_index, col_index)
) without rowid;

create table fact (
  id          text primary key,        -- first 16 of sha256, "-f", number from 1
  document_id integer not null references document (id) on delete cascade,
  ordinal     integer not null,
  table_id    text references form_table (id) on delete cascade,
  form        text not null,
  row_name    text not null,
  column_name text not null,
  code        text not null,           -- 科目编码, where the row has one
  year        integer,
  entry       text not null,
  printed     text not null,
  value       text,
  li          integer,
  base_unit   text not null,
  unit        text not null,
  decimals    integer,
  place       text
) without rowid;
create index fact_document on fact (document_id);
create index fact_address on fact (form, row_name, column_name);

create table figure (
  id          text primary key,        -- first 16 of sha256, "-n", number from 1
  document_id integer not null references document (id) on delete cascade,
  ordinal     integer not null,
  section     text not null,
  item        text not null,
  year        integer,
  kind        text not null,           -- amount, share, growth, change, completion_rate, count
  measure     text not null,           -- actual, opening_budget, adjusted_budget, budget, target
  printed     text not null,
  value       text not null,
  li          integer,
  base_unit   text not null,
  unit        text not null,
  decimals    integer not null,
  of          text not null,
  qualifier   text not null,
  quote       text not null,
  place       text
) without rowid;
create index figure_document on figure (document_id);
create index figure_item on figure (item, year);

create table account (
  document_id              integer not null references document (id) on delete cascade,
  ordinal                  integer not null,
  class                    text not null,   -- 类
  section                  text not null,   -- 款
  item                     text not null,   -- 项
  unit                     text not null,
  amount                   text not null,
  amount_value             text,
  amount_li                integer,
  amount_decimals          integer,
  amount_place             text,
  budget                   text not null,
  budget_value             text,
  budget_li                integer,
  budget_decimals          integer,
  budget_place             text,
  completion_rate          text not null,
  completion_rate_value    text,
  completion_rate_decimals integer,
  completion_rate_place    text,
  comparison               text not null,
  reason                   text not null,
  quote                    text not null,
  primary key (document_id, ordinal)
) without rowid;

-- Codes of the classification (科目编码) as documents print them: 类, 款, 项 have 3, 5 and 7 digits.
create table account_code (
  document_id integer not null references document (id) on delete cascade,
  code        text not null,
  name        text not null,
  level       text not null,           -- class, section, item; empty for another length
  edition     integer,                 -- the fiscal year whose classification it is
  primary key (document_id, code, name)
) without rowid;
create index account_code_code on account_code (code);
