-- name: documents
-- zh: 库中的文件：单位、年度、类型、状态与检查结果
-- en: the documents: filer, year, kind, status and what the checks found
-- param: filer = | 单位名称中的文字 | words in the filer's name
select d.file, d.status, d.kind, f.name as filer, d.fiscal_year, d.title,
       (select count(*) from form_table t where t.document_id = d.id) as tables,
       (select count(*) from fact x where x.document_id = d.id) as facts,
       (select count(*) from figure n where n.document_id = d.id) as figures,
       (select count(*) from self_evaluation s where s.document_id = d.id) as self_evaluations,
       r.checks_run, r.failed, r.cannot_run, coalesce(d.failed_zh, '') as failure
from document d
left join filer f on f.id = d.filer_id
left join check_run r on r.document_id = d.id
where @filer = '' or f.name like '%' || @filer || '%'
order by f.name is null, f.name, d.fiscal_year, d.file, d.sha256
