-- Answers to the questions that are asked most. Money ends in _li (厘, 0.001 元); _yuan is the same as decimal text.

create view v_self_evaluation as
select s.id, d.file, f.name as filer, d.region, coalesce(s.fiscal_year, d.fiscal_year) as fiscal_year,
       s.ordinal, s.project_code, s.project_name, s.department, s.implementing_unit,
       u.source as fund_source, u.initial, u.adjusted, u.budget, u.received, u.executed, u.rate, u.unit as fund_unit,
       s.total_weight, s.total_score, s.total_score_value,
       (select count(*) from indicator i where i.self_evaluation_id = s.id) as indicators,
       s.confidence, s.place
from self_evaluation s
join document d on d.id = s.document_id
left join filer f on f.id = d.filer_id
left join fund u on u.self_evaluation_id = s.id and u.ordinal = 1;

create view v_indicator_history as
select f.name as filer, s.project_code, s.project_name, i.level1, i.level2, i.level3, i.level4,
       coalesce(s.fiscal_year, d.fiscal_year) as fiscal_year,
       i.operator, i.target, i.target_value, i.unit, i.actual, i.actual_value, i.completed, i.completion_rate,
       i.weight, i.weight_value, i.score, i.score_value, i.reason, d.file, i.place, s.id as self_evaluation_id, i.ordinal
from indicator i
join self_evaluation s on s.id = i.self_evaluation_id
join document d on d.id = s.document_id
left join filer f on f.id = d.filer_id;

-- rate_computed is 执行数 / 预算数 in %, rounded half up to two decimals by integer arithmetic; the budget is the adjusted one,
-- else the one that says neither, else the opening one.
create view v_execution_rate as
select filer, fiscal_year, project_code, project_name, ordinal, source, budget_kind, budget_li, executed_li,
       printf('%s%d.%02d%s', case when budget_li < 0 then '-' else '' end, abs(budget_li) / 1000, abs(budget_li) / 10 % 100, nullif(abs(budget_li) % 10, 0)) as budget_yuan,
       printf('%s%d.%02d%s', case when executed_li < 0 then '-' else '' end, abs(executed_li) / 1000, abs(executed_li) / 10 % 100, nullif(abs(executed_li) % 10, 0)) as executed_yuan,
       rate as rate_printed, rate_value,
       case when budget_li > 0 and executed_li >= 0 and executed_li < 100000000000000
            then printf('%d.%02d', (executed_li * 20000 / budget_li + 1) / 2 / 100, (executed_li * 20000 / budget_li + 1) / 2 % 100) end as rate_computed,
       file, place, self_evaluation_id
from (
  select f.name as filer, coalesce(s.fiscal_year, d.fiscal_year) as fiscal_year, s.project_code, s.project_name, u.ordinal, u.source,
         case when u.adjusted_li is not null then 'adjusted' when u.budget_li is not null then 'budget'
              when u.initial_li is not null then 'initial' else '' end as budget_kind,
         coalesce(u.adjusted_li, u.budget_li, u.initial_li) as budget_li,
         u.executed_li, u.rate, u.rate_value, d.file, u.place, s.id as self_evaluation_id
  from fund u
  join self_evaluation s on s.id = u.self_evaluation_id
  join document d on d.id = s.document_id
  left join filer f on f.id = d.filer_id);

-- 三公: the form's own cells, and what sentences state of it.
create view v_three_public as
select f.name as filer, d.fiscal_year, 'table' as stated_in, t.row_name as item, t.column_name as of_what, t.year, 'amount' as kind, '' as measure,
       t.printed, t.unit, t.value, t.li, t.decimals, '' as quote, d.file, t.place, t.id, t.ordinal
from fact t join document d on d.id = t.document_id left join filer f on f.id = d.filer_id
where t.form like '%三公%' and t.entry = 'number'
union all
select f.name, d.fiscal_year, 'text', n.item, n.of, n.year, n.kind, n.measure, n.printed, n.unit, n.value, n.li, n.decimals, n.quote, d.file, n.place, n.id, n.ordinal
from figure n join document d on d.id = n.document_id left join filer f on f.id = d.filer_id
where n.section like '%三公%' or n.item like '%三公%' or n.item like '%因公出国%' or n.item like '%公务用车%' or n.item like '%公务接待%';

create view v_account_year as
select f.name as filer, d.fiscal_year, '' as code, a.class, a.section, a.item, a.amount, a.unit, a.amount_value, a.amount_li, a.amount_decimals,
       a.completion_rate, a.completion_rate_value, a.reason, 'text' as stated_in, d.file, a.amount_place as place, a.ordinal
from account a join document d on d.id = a.document_id left join filer f on f.id = d.filer_id
union all
select f.name, d.fiscal_year, t.code, '', '', t.row_name, t.printed, t.unit, t.value, t.li, t.decimals, '', null, '', 'table: ' || t.form || ' / ' || t.column_name, d.file, t.place, t.ordinal
from fact t join document d on d.id = t.document_id left join filer f on f.id = d.filer_id
where t.code <> '' and t.entry = 'number';

create view v_findings as
select n.id, d.file, f.name as filer, d.fiscal_year, n.check_id, n.verdict, n.severity, n.subject, n.says_zh, n.says_en, n.formula,
       n.stated, n.computed, n.gap, n.slack, n.unit, n.gap_value, n.gap_li, n.cause, n.cause_zh, n.cause_en, n.place, d.sha256, n.ordinal
from finding n
join document d on d.id = n.document_id
left join filer f on f.id = d.filer_id;
