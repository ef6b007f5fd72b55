-- name: three-public
-- zh: “三公”经费：表中与文字中的数
-- en: 三公 expenses: in forms and in sentences
select filer, fiscal_year, stated_in, item, of_what, year, kind, measure, printed, unit, quote, file
from v_three_public
order by filer, fiscal_year, file, stated_in, ordinal
