-- name: coverage
-- zh: 每个文件检查了多少项：通过、舍入范围内、未通过、未能检查
-- en: how many checks ran in each document: held, within rounding, failed, could not run
select d.file, r.checks_run, r.held, r.held_within_rounding, r.failed, r.cannot_run
from check_run r join document d on d.id = r.document_id
order by d.file, d.sha256
