-- name: execution-rate
-- zh: 各项目的预算执行率（印出的与重新计算的），低者在前
-- en: execution rate of every project, printed and computed, lowest first
-- param: below = 1000 | 只列重新计算的执行率低于此数（%）的 | only those computed below this, in %
-- param: source = | 资金来源中的文字，空为首行合计 | words in the source of funds; empty for the first row, the total
select filer, fiscal_year, project_name, source, budget_yuan, executed_yuan, rate_printed, rate_computed, file
from v_execution_rate
where rate_computed is not null and cast(rate_computed as real) < cast(@below as real)
  and case when @source = '' then ordinal = 1 else source like '%' || @source || '%' end
order by cast(rate_computed as real), project_code, project_name
