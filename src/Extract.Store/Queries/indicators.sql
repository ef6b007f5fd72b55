-- name: indicators
-- zh: 绩效指标历年的目标值、实际值与得分
-- en: indicators over the years: target, actual, weight, score
-- param: filer = | 单位名称中的文字 | words in the filer's name
-- param: project = | 项目名称或编码中的文字 | words in the project's name or code
-- param: indicator = | 指标名称中的文字 | words in the indicator's name
select filer, project_name, level1, level2, level3, level4, fiscal_year, operator, target, unit, actual, weight, score, reason
from v_indicator_history
where (@filer = '' or filer like '%' || @filer || '%')
  and (@project = '' or project_name like '%' || @project || '%' or project_code = @project)
  and (@indicator = '' or level3 like '%' || @indicator || '%' or level4 like '%' || @indicator || '%')
order by filer, project_code, project_name, self_evaluation_id, ordinal
