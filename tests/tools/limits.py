#!/usr/bin/env python3
"""Measures what large and hostile office files cost the whole pipeline, from file to records, and prints a line a file.

    tests/tools/limits.py [EXTRACT.dll]

Time is the processor's; memory the most the process held (as /usr/bin/time -v says). What is refused must name a limit and stay small.
"""
import os, subprocess, sys, tempfile, zipfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
DLL = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, 'src/Extract.Cli/bin/Release/net10.0/Extract.Cli.dll')
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/>{more}</Types>'
RELATION = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>'
SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
WORD = '<?xml version="1.0"?>{declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'

def workbook(path, write, extra=()):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        sheet = '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        z.writestr('[Content_Types].xml', TYPES.format(part='xl/workbook.xml', kind='spreadsheetml.sheet', more=sheet))
        z.writestr('_rels/.rels', RELATION.format(kind='officeDocument', target='xl/workbook.xml'))
        z.writestr('xl/workbook.xml', '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="明细" sheetId="1" r:id="r1"/></sheets></workbook>')
        z.writestr('xl/_rels/workbook.xml.rels', RELATION.format(kind='worksheet', target='worksheets/sheet1.xml'))
        with z.open('xl/worksheets/sheet1.xml', 'w') as part:
            write(lambda text: part.write(text.encode()))
        for name, text in extra:
            z.writestr(name, text)

def rows(count, columns):
    def write(out):
        out(SHEET + '<sheetData>')
        heads = ['序号', '单位名称', '项目名称', '预算数', '执行数', '执行率', '备注'][:columns]
        out('<row r="1">' + ''.join(f'<c r="{"ABCDEFG"[i]}1" t="inlineStr"><is><t>{h}</t></is></c>' for i, h in enumerate(heads)) + '</row>')
        for r in range(2, count + 1):
            cells = [f'<c r="A{r}"><v>{r - 1}</v></c>', f'<c r="B{r}" t="inlineStr"><is><t>某某单位{r % 997}</t></is></c>', f'<c r="C{r}" t="inlineStr"><is><t>日常办公经费{r % 89}</t></is></c>', f'<c r="D{r}"><v>{r * 1.25}</v></c>', f'<c r="E{r}"><v>{r * 1.2}</v></c>']
            out(f'<row r="{r}">' + ''.join(cells[:columns]) + '</row>')
        out('</sheetData></worksheet>')
    return write

def merges(out):
    out(SHEET + '<sheetData>' + ''.join(f'<row r="{r}"><c r="A{r}"><v>{r}</v></c></row>' for r in range(1, 65536)) + '</sheetData><mergeCells count="65535">')
    out(''.join(f'<mergeCell ref="A{r}:C{r}"/>' for r in range(1, 65536)) + '</mergeCells></worksheet>')

def document(path, body, declaration='', extra=()):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('[Content_Types].xml', TYPES.format(part='word/document.xml', kind='wordprocessingml.document', more=''))
        z.writestr('_rels/.rels', RELATION.format(kind='officeDocument', target='word/document.xml'))
        z.writestr('word/document.xml', WORD.format(declaration=declaration) + body + '</w:body></w:document>')
        for name, text in extra:
            z.writestr(name, text)

def paragraph(text):
    return f'<w:p><w:r><w:t>{text}</w:t></w:r></w:p>'

def pages(count):
    line = ''.join(paragraph(f'第{i}项工作按计划推进，全年安排资金{i}.25万元，实际支出{i}.20万元。') for i in range(1, 31))
    return (line + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>') * count

def measure(what, path):
    errors = subprocess.run(['/usr/bin/time', '-f', '%M %U %e', 'dotnet', DLL, 'records', path, '--lang', 'en'], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE).stderr.decode('utf-8', 'replace').strip().split('\n')
    memory, user, wall = errors[-1].split()
    said = [line for line in errors[:-1] if 'Command exited' not in line]
    print(f'{what:44} {int(memory) // 1024:6} MB {float(user):7.2f} s  {said[-1][-70:] if said else "read"}', flush=True)

def main():
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + ''.join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + ']>'
    outside = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    with tempfile.TemporaryDirectory() as made:
        at = lambda name: os.path.join(made, name)
        cases = [
            ('200,000 rows of 5 columns', 'a.xlsx', lambda p: workbook(p, rows(200_000, 5))),
            ('1,048,576 rows of 1 column', 'b.xlsx', lambda p: workbook(p, rows(1_048_576, 1))),
            ('65,535 merged ranges', 'c.xlsx', lambda p: workbook(p, merges)),
            ('3,000 pages of text', 'd.docx', lambda p: document(p, pages(3000))),
            ('an entry of 200 MB in 0.2 MB', 'e.docx', lambda p: document(p, '', extra=[('word/styles.xml', '<a>' + ' ' * 200_000_000 + '</a>')])),
            ('3,000 entries', 'f.docx', lambda p: document(p, '', extra=[(f'word/x{i}.xml', '<a/>') for i in range(3000)])),
            ('an entry named ../x', 'g.docx', lambda p: document(p, '', extra=[('../x.xml', '<a/>')])),
            ('an entry twice', 'h.docx', lambda p: document(p, '', extra=[('word/document.xml', '<a/>')])),
            ('an entity bomb', 'i.docx', lambda p: document(p, paragraph('&j;'), declaration=bomb)),
            ('an external entity', 'j.docx', lambda p: document(p, paragraph('&x;'), declaration=outside)),
        ]
        for what, name, make in cases:
            make(at(name))
            measure(what, at(name))
            os.remove(at(name))

main()
