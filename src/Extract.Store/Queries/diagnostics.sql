-- name: diagnostics
-- zh: 读取中的问题
-- en: trouble met while reading
select d.file, x.id, x.severity, x.says_zh as says, x.place
from diagnostic x join document d on d.id = x.document_id
order by case x.severity when 'error' then 0 when 'warning' then 1 else 2 end, d.file, d.sha256, x.ordinal
