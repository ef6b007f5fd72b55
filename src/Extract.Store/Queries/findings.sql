-- name: findings
-- zh: 未通过的检查，重者在前
-- en: the checks that failed, gravest first
-- param: severity = | error、warning 或 note；空为全部 | error, warning or note; empty for all
-- param: verdict = fails | fails、holds_within_rounding 或 cannot_run；空为全部 | fails, holds_within_rounding or cannot_run; empty for all
select file, check_id, severity, subject, formula, stated, computed, gap, slack, unit, cause_zh as cause, id
from v_findings
where (@severity = '' or severity = @severity) and (@verdict = '' or verdict = @verdict)
order by case severity when 'error' then 0 when 'warning' then 1 else 2 end, sha256, ordinal
