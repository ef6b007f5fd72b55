-- name: digest
-- zh: 库内容的逻辑摘要：文件、数据与检查结果，与入库顺序、并发数和路径无关
-- en: the logical digest of the store: documents, facts and findings, whatever the order, the workers and the paths
-- Row numbers given by the database, paths and the reader's version are left out; sha256_of_lines is this program's own function.
select sha256_of_lines(line) as digest
from (
  select line from (
    select d.sha256, 'document' as part, 0 as a, 0 as b, 0 as c,
           json_array('document', d.sha256, d.status, d.format, d.kind, d.title, d.title_place, f.name, d.filer_place, d.region, d.fiscal_year,
                      d.unit, d.sheets, d.text_layer, d.failed_stage, d.failed_code, d.failed_zh, d.failed_en) as line
    from document d left join filer f on f.id = d.filer_id
    union all
    select d.sha256, 'diagnostic', x.ordinal, 0, 0, json_array('diagnostic', x.id, x.severity, x.says_zh, x.says_en, x.place)
    from diagnostic x join document d on d.id = x.document_id
    union all
    select d.sha256, 'form_table', t.ordinal, 0, 0,
           json_array('form_table', t.id, t.form, t.title, t.block, t.unit, t.evidence, t.confidence, t.header_rows, t.row_count, t.column_count, t.pages, t.place)
    from form_table t join document d on d.id = t.document_id
    union all
    select d.sha256, 'form_table_cell', t.ordinal, c.row_index, c.col_index,
           json_array('cell', c.table_id, c.row_index, c.col_index, c.row_span, c.col_span, c.text, c.entry, c.value, c.unit, c.decimals, c.place)
    from cell c join form_table t on t.id = c.table_id join document d on d.id = t.document_id
    union all
    select d.sha256, 'fact', x.ordinal, 0, 0,
           json_array('fact', x.id, x.table_id, x.form, x.row_name, x.column_name, x.code, x.year, x.entry, x.printed, x.value, x.li, x.base_unit, x.unit,
                      x.decimals, x.place)
    from fact x join document d on d.id = x.document_id
    union all
    select d.sha256, 'figure', x.ordinal, 0, 0,
           json_array('figure', x.id, x.section, x.item, x.year, x.kind, x.measure, x.printed, x.value, x.li, x.base_unit, x.unit, x.decimals, x.of,
                      x.qualifier, x.quote, x.place)
    from figure x join document d on d.id = x.document_id
    union all
    select d.sha256, 'account', x.ordinal, 0, 0,
           json_array('account', x.class, x.section, x.item, x.unit, x.amount, x.amount_value, x.amount_place, x.budget, x.budget_value, x.budget_place,
                      x.completion_rate, x.completion_rate_value, x.completion_rate_place, x.comparison, x.reason, x.quote)
    from account x join document d on d.id = x.document_id
    union all
    select d.sha256, 'self_evaluation', s.ordinal, 0, 0,
           json_array('self_evaluation', s.id, s.family, s.title, s.project_code, s.project_name, s.department, s.implementing_unit, s.fiscal_year,
                      s.year_goal, s.goal_completion, s.overview, s.total_weight, s.total_weight_place, s.total_score, s.total_score_place, s.conclusion,
                      s.problems, s.improvements, s.project_leader, s.finance_leader, s.filled_by, s.phone, s.date, s.confidence, s.place)
    from self_evaluation s join document d on d.id = s.document_id
    union all
    select d.sha256, 'self_evaluation_fund', s.ordinal, u.ordinal, 0,
           json_array('fund', u.source, u.unit, u.initial, u.initial_value, u.initial_place, u.adjusted, u.adjusted_value, u.adjusted_place,
                      u.budget, u.budget_value, u.budget_place, u.received, u.received_value, u.received_place, u.executed, u.executed_value, u.executed_place,
                      u.rate, u.rate_value, u.rate_place, u.weight, u.weight_place, u.score, u.score_place, u.reason, u.place)
    from fund u join self_evaluation s on s.id = u.self_evaluation_id join document d on d.id = s.document_id
    union all
    select d.sha256, 'self_evaluation_indicator', s.ordinal, i.ordinal, 0,
           json_array('indicator', i.level1, i.level2, i.level3, i.level4, i.explanation, i.operator, i.unit, i.target, i.target_value, i.target_place,
                      i.actual, i.actual_value, i.actual_place, i.completed, i.completion_rate, i.completion_rate_place, i.weight, i.weight_value, i.weight_place,
                      i.score, i.score_value, i.score_place, i.reason, i.place)
    from indicator i join self_evaluation s on s.id = i.self_evaluation_id join document d on d.id = s.document_id
    union all
    select d.sha256, 'check_run', 0, 0, 0,
           json_array('check_run', r.checks_run, r.held, r.held_within_rounding, r.failed, r.cannot_run)
    from check_run r join document d on d.id = r.document_id
    union all
    select d.sha256, 'finding', n.ordinal, 0, 0,
           json_array('finding', n.id, n.check_id, n.verdict, n.severity, n.subject, n.says_zh, n.says_en, n.formula, n.unit, n.stated, n.computed, n.gap,
                      n.slack, n.cause, n.cause_zh, n.cause_en, n.place)
    from finding n join document d on d.id = n.document_id
    union all
    select d.sha256, 'finding_operand', o.finding_ordinal, o.ordinal, 0,
           json_array('operand', o.label, o.role, o.printed, o.value, o.unit, o.decimals, o.quote, o.place)
    from finding_operand o join document d on d.id = o.document_id)
  order by sha256, part, a, b, c)
