-- name: figures
-- zh: 文字中陈述的数：项目、年度、数值、所在原句
-- en: figures stated in sentences: item, year, value, quote
-- param: item = | 项目名称中的文字 | words in the item's name
-- param: year = | 年度 | year
select d.file, n.section, n.item, n.year, n.kind, n.measure, n.printed, n.unit, n.of, n.quote, n.id
from figure n join document d on d.id = n.document_id
where (@item = '' or n.item like '%' || @item || '%') and (@year = '' or n.year = cast(@year as integer))
order by d.file, d.sha256, n.ordinal
