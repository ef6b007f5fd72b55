-- Performance self-evaluations (绩效自评). Columns of numbers come in groups, as 0002 explains; an absent cell is '', '/' stays '/'.

create table self_evaluation (
  id                       text primary key,   -- first 16 of sha256, "-s", number from 1
  document_id              integer not null references document (id) on delete cascade,
  ordinal                  integer not null,   -- its place among the document's forms, from 1
  family                   text not null,      -- the family of forms it belongs to
  title                    text not null,
  project_code             text not null,
  project_name             text not null,
  department               text not null,      -- 主管部门
  implementing_unit        text not null,      -- 实施单位
  fiscal_year              integer,
  year_goal                text not null,
  goal_completion          text not null,
  overview                 text not null,
  total_weight             text not null,   -- 分值合计
  total_weight_value       text,
  total_weight_decimals    integer,
  total_weight_place       text,
  total_score              text not null,   -- 自评总分
  total_score_value        text,
  total_score_decimals     integer,
  total_score_place        text,
  conclusion               text not null,
  problems                 text not null,
  improvements             text not null,
  project_leader           text not null,
  finance_leader           text not null,
  filled_by                text not null,
  phone                    text not null,
  date                     text not null,
  confidence               real not null,      -- of the reconstruction, 0 to 1
  place                    text
) without rowid;
create index self_evaluation_document on self_evaluation (document_id);
create index self_evaluation_project on self_evaluation (project_code, project_name);

create table fund (
  self_evaluation_id       text not null references self_evaluation (id) on delete cascade,
  ordinal                  integer not null,
  source                   text not null,   -- 总额, 财政资金 …, without a leading 其中：
  unit                     text not null,   -- of the five amounts
  initial                  text not null,   -- 年初预算
  initial_value            text,
  initial_li               integer,
  initial_decimals         integer,
  initial_place            text,
  adjusted                 text not null,   -- 调整后预算，全年预算
  adjusted_value           text,
  adjusted_li              integer,
  adjusted_decimals        integer,
  adjusted_place           text,
  budget                   text not null,   -- 预算数 that says neither
  budget_value             text,
  budget_li                integer,
  budget_decimals          integer,
  budget_place             text,
  received                 text not null,   -- 到位数
  received_value           text,
  received_li              integer,
  received_decimals        integer,
  received_place           text,
  executed                 text not null,   -- 执行数
  executed_value           text,
  executed_li              integer,
  executed_decimals        integer,
  executed_place           text,
  rate                     text not null,   -- 执行率
  rate_value               text,
  rate_decimals            integer,
  rate_place               text,
  weight                   text not null,   -- 权重，分值
  weight_value             text,
  weight_decimals          integer,
  weight_place             text,
  score                    text not null,   -- 得分
  score_value              text,
  score_decimals           integer,
  score_place              text,
  reason                   text not null,
  place                    text,
  primary key (self_evaluation_id, ordinal)
) without rowid;

create table indicator (
  self_evaluation_id       text not null references self_evaluation (id) on delete cascade,
  ordinal                  integer not null,
  level1                   text not null,
  level2                   text not null,
  level3                   text not null,
  level4                   text not null,
  explanation              text not null,   -- 指标解释
  operator                 text not null,   -- ≥ ≤ ＝ ＞ ＜ 定性, or empty
  unit                     text not null,   -- of the target
  target                   text not null,
  target_value             text,
  target_decimals          integer,
  target_place             text,
  actual                   text not null,
  actual_value             text,
  actual_decimals          integer,
  actual_place             text,
  completed                text not null,   -- 完成, 未完成
  completion_rate          text not null,
  completion_rate_value    text,
  completion_rate_decimals integer,
  completion_rate_place    text,
  weight                   text not null,
  weight_value             text,
  weight_decimals          integer,
  weight_place             text,
  score                    text not null,
  score_value              text,
  score_decimals           integer,
  score_place              text,
  reason                   text not null,
  place                    text,
  primary key (self_evaluation_id, ordinal)
) without rowid;
