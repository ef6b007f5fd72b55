#!/usr/bin/env python3
"""Measures what large and hostile office files cost the whole pipeline, from file to records, and prints a line a file.

    tests/tools/limits.py [EXTRACT.dll]

Time is the processor's; memory the most the process held (as /usr/bin/time -v says). What is refused must name a limit and stay small.
Declarations of entities are put into every part of a document and of a workbook in turn; of their lines the dearest is printed, and every
part in which the declaration was followed or that was read as if nothing stood there.
"""
import io, os, random, subprocess, sys, tempfile, warnings, zipfile

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

def zipped_body(path):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
        for name, text in PACKAGES['docx']:
            z.writestr(name, nested(6) if name == 'word/document.xml' else text)

def paragraph(text):
    return f'<w:p><w:r><w:t>{text}</w:t></w:r></w:p>'

def pages(count):
    """Pages no two lines of which are alike, as those of a real document: text that repeats packs too small to be believed."""
    figures = random.Random(2026)
    line = lambda i: paragraph(f'第{i}项工作按计划推进，{"".join(figures.sample("一二三四五六七八九十百千万甲乙丙丁", 9))}全年安排资金{figures.randrange(10 ** 7) / 100:.2f}万元，实际支出{figures.randrange(10 ** 7) / 100:.2f}万元。')
    return ''.join(''.join(line(i) for i in range(1, 31)) + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' for _ in range(count))

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
WORD_PARTS = {  # name under word/: kind of relation, kind of content, XML
    'styles.xml': ('styles', 'styles', f'<w:styles {W}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/></w:style></w:styles>'),
    'numbering.xml': ('numbering', 'numbering', f'<w:numbering {W}><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'),
    'footnotes.xml': ('footnotes', 'footnotes', f'<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote></w:footnotes>'),
    'endnotes.xml': ('endnotes', 'endnotes', f'<w:endnotes {W}><w:endnote w:id="1"><w:p><w:r><w:t>尾注</w:t></w:r></w:p></w:endnote></w:endnotes>'),
    'header1.xml': ('header', 'header', f'<w:hdr {W}><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>'),
    'footer1.xml': ('footer', 'footer', f'<w:ftr {W}><w:p><w:r><w:t>页脚</w:t></w:r></w:p></w:ftr>'),
    'comments.xml': ('comments', 'comments', f'<w:comments {W}><w:comment w:id="1"><w:p><w:r><w:t>批注</w:t></w:r></w:p></w:comment></w:comments>'),
    'settings.xml': ('settings', 'settings', f'<w:settings {W}></w:settings>'),
}
EXCEL_PARTS = {
    'worksheets/sheet1.xml': ('worksheet', 'worksheet', f'<worksheet {S}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>预算</t></is></c></row></sheetData></worksheet>'),
    'styles.xml': ('styles', 'styles', f'<styleSheet {S}><cellXfs><xf/></cellXfs></styleSheet>'),
    'sharedStrings.xml': ('sharedStrings', 'sharedStrings', f'<sst {S}><si><t>项目</t></si></sst>'),
    'theme/theme1.xml': ('theme', 'theme', '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"></a:theme>'),
}

def package(parts, family, main, xml):
    """A package with every part wired, as a list of names and texts."""
    folder = main.split('/')[0] + '/'
    types = ''.join(f'<Override PartName="/{folder}{name}" ContentType="application/vnd.openxmlformats-officedocument.{family}.{kind}+xml"/>' for name, (_, kind, _) in parts.items())
    relations = ''.join(f'<Relationship Id="r{i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{name}"/>' for i, (name, (kind, _, _)) in enumerate(parts.items()))
    head = '<?xml version="1.0"?>'
    return [
        ('[Content_Types].xml', TYPES.format(part=main, kind='spreadsheetml.sheet' if family == 'spreadsheetml' else 'wordprocessingml.document', more=types)),
        ('_rels/.rels', RELATION.format(kind='officeDocument', target=main)),
        (main, head + xml),
        (folder + '_rels/' + main[len(folder):] + '.rels', head + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + relations + '</Relationships>'),
    ] + [(folder + name, head + text) for name, (_, _, text) in parts.items()]

PACKAGES = {
    'docx': package(WORD_PARTS, 'wordprocessingml', 'word/document.xml', f'<w:document {W}><w:body><w:p><w:r><w:t>正文</w:t></w:r></w:p></w:body></w:document>'),
    'xlsx': package(EXCEL_PARTS, 'spreadsheetml', 'xl/workbook.xml', f'<workbook {S} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="明细" sheetId="1" r:id="r1"/></sheets></workbook>'),
}

def declared(xml, declaration, entity):
    """The part with a declaration before its root, and its entity where text stands, or before the root's end."""
    head, rest = xml.split('?>', 1)
    at = rest.find('</w:t>') if '</w:t>' in rest else rest.find('</t>') if '</t>' in rest else rest.rfind('</')
    return head + '?>' + declaration + rest[:at] + entity + rest[at:]

def nested(depth, copies=1):
    """A ZIP in a ZIP, so deep; the innermost holds 10 MB of nothing, and each level as many copies of the one below."""
    inner, name = b'\0' * 10_000_000, 'zeros.xml'
    for level in range(depth):
        made = io.BytesIO()
        with zipfile.ZipFile(made, 'w', zipfile.ZIP_DEFLATED) as z:
            for copy in range(copies):
                z.writestr(f'{copy}{name}', inner)
        inner, name = made.getvalue(), 'inner.zip'
    return inner

def words_in_words(depth):
    """A document in a document, so deep, each embedded as a word processor embeds it."""
    inner = None
    for _ in range(depth):
        made = io.BytesIO()
        document(made, paragraph('本年支出合计100.00万元。'), extra=[] if inner is None else [('word/embeddings/inner.docx', inner)])
        inner = made.getvalue()
    return inner

def run(path):
    """What was printed, what was said, and the cost: megabytes and seconds."""
    done = subprocess.run(['/usr/bin/time', '-f', '%M %U %e', 'dotnet', DLL, 'records', path, '--lang', 'en'], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    errors = done.stderr.decode('utf-8', 'replace').strip().split('\n')
    memory, user, wall = errors[-1].split()
    said = [line for line in errors[:-1] if 'Command exited' not in line]
    return done.stdout.decode('utf-8', 'replace'), said[-1] if said else '', int(memory) // 1024, float(user)

def measure(what, path):
    _, said, memory, user = run(path)
    print(f'{what:44} {memory:6} MB {user:7.2f} s  {said[-70:] or "read"}', flush=True)

def measure_parts(what, path, declaration, entity, leak):
    """A declaration in each part in turn."""
    most, parts, unsaid, leaks = (0, 0.0, ''), 0, [], []
    for kind, entries in PACKAGES.items():
        for hostile, _ in entries:
            with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as z:
                for name, text in entries:
                    z.writestr(name, declared(text, declaration, entity) if name == hostile else text)
            printed, said, memory, user = run(path)
            parts += 1
            most = max(most, (memory, user, hostile))
            if not said and 'EX10' not in printed: unsaid.append(f'{kind}:{hostile}')
            if leak in printed: leaks.append(f'{kind}:{hostile}')
    print(f'{what:44} {most[0]:6} MB {most[1]:7.2f} s  {parts} parts; followed in {len(leaks)}{" " + " ".join(leaks) if leaks else ""}; nothing said of {" ".join(unsaid) or "none"}', flush=True)

def main():
    warnings.simplefilter('ignore')
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
            ('1,900 entries of 1 MB in 1 KB', 'k.docx', lambda p: document(p, paragraph('正文'), extra=[(f'word/x{i}.xml', b' ' * 1_000_000) for i in range(1900)])),
            ('a ZIP in a ZIP, 12 deep, embedded', 'l.docx', lambda p: document(p, paragraph('正文'), extra=[('word/embeddings/inner.zip', nested(12))])),
            ('a ZIP in a ZIP, 8 deep, 10 copies each', 'm.xlsx', lambda p: workbook(p, rows(3, 5), extra=[('xl/embeddings/inner.zip', nested(8, 10))])),
            ('a document in a document, 12 deep', 'n.docx', lambda p: open(p, 'wb').write(words_in_words(12))),
            ('the body is a ZIP', 'o.docx', lambda p: zipped_body(p)),
        ]
        for what, name, make in cases:
            make(at(name))
            measure(what, at(name))
            os.remove(at(name))
        measure_parts('an entity bomb in each part', at('i.docx'), bomb, '&j;', 'aaaaaaaaaa')
        measure_parts('an external entity in each part', at('j.docx'), outside, '&x;', open('/etc/hostname').read().strip() or '\0')
        measure_parts('an external document type in each part', at('q.docx'), '<!DOCTYPE w SYSTEM "file:///etc/hostname">', '', open('/etc/hostname').read().strip() or '\0')

main()
