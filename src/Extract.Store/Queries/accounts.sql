-- name: accounts
-- zh: 按功能分类科目的决算数与完成预算比例
-- en: final accounts by functional item, with the completion rate
-- param: item = | 科目名称中的文字 | words in the item's name
select filer, fiscal_year, code, class, section, item, amount, unit, completion_rate, reason, stated_in, file
from v_account_year
where @item = '' or item like '%' || @item || '%' or section like '%' || @item || '%' or class like '%' || @item || '%'
order by filer, fiscal_year, file, stated_in, ordinal
