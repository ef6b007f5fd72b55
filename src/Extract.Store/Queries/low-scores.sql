-- name: low-scores
-- zh: 得分低于分值的指标及其理由
-- en: indicators scored below their weight, and the reason given
select filer, fiscal_year, project_name, level3 || case when level4 = '' then '' else ' / ' || level4 end as indicator,
       operator || target || unit as target, actual, weight, score, reason, file
from v_indicator_history
where weight_value is not null and score_value is not null and cast(score_value as real) < cast(weight_value as real)
order by cast(weight_value as real) - cast(score_value as real) desc, filer, project_name, ordinal
