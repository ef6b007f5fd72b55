-- name: projects
-- zh: 自评项目：资金、执行率、总分
-- en: self-evaluated projects: funds, execution rate, total score
-- param: filer = | 单位名称中的文字 | words in the filer's name
select filer, fiscal_year, project_code, project_name, initial, adjusted, budget, executed, rate, total_score, indicators, file, id
from v_self_evaluation
where @filer = '' or filer like '%' || @filer || '%' or implementing_unit like '%' || @filer || '%'
order by filer, fiscal_year, file, ordinal
