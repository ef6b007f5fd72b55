#!/usr/bin/env python3
"""Compares the text that extract reads out of .doc files with that of antiword, catdoc and LibreOffice.

    tests/tools/doc-text.py FOLDER

Prints a line a file: characters (white space aside) of each program, and the share of them that extract has too, counted as a bag. A file counts
where all three others read something. Needs antiword, catdoc and soffice.
"""
import collections, glob, os, re, subprocess, sys, tempfile

def bag(text):
    # Marks that each program draws in its own way: bullets, dashes, quotes, object and field marks, antiword's table bars.
    text = re.sub(r'\[pic\]|\[[^\]]{0,3}\]', '', text)
    return collections.Counter(c for c in text if c.isalnum())

def run(*command):
    try:
        return subprocess.run(command, capture_output=True, timeout=60).stdout.decode('utf-8', 'replace')
    except (OSError, subprocess.TimeoutExpired):
        return ''

def main():
    folder = sys.argv[1]
    reader = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'DocText.cs')
    files = sorted(glob.glob(os.path.join(folder, '*.doc')) + glob.glob(os.path.join(folder, '*.DOC')))
    with tempfile.TemporaryDirectory() as made:
        subprocess.run(['dotnet', 'run', '-c', 'Release', reader, '--', made, *files], check=False)
        for start in range(0, len(files), 10):
            try:
                subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{made}/profile', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', made, *files[start:start + 10]], capture_output=True, timeout=180)
            except subprocess.TimeoutExpired:
                pass
        total = collections.Counter()
        print(f'{"file":48} {"extract":>8} {"antiword":>8} {"catdoc":>8} {"office":>8} {"agree":>8}')
        for file in files:
            name = os.path.basename(file)
            office = os.path.join(made, os.path.splitext(name)[0] + '.txt')
            own = os.path.join(made, name + '.extract')
            bags = [bag(open(own, encoding='utf-8').read()) if os.path.exists(own) else collections.Counter(), bag(run('antiword', '-m', 'UTF-8.txt', '-w', '0', file)), bag(run('catdoc', '-d', 'utf-8', '-w', file)),
                    bag(open(office, encoding='utf-8', errors='replace').read()) if os.path.exists(office) else collections.Counter()]
            sizes = [sum(b.values()) for b in bags]
            line = f'{name[:48]:48} ' + ' '.join(f'{size:8}' for size in sizes)
            if min(sizes[1:]) < 1:
                print(line)
                continue
            # What at least two of the three others have is there; the rest is one program's own.
            common = collections.Counter()
            for c in set().union(*bags[1:]):
                common[c] = sorted(b[c] for b in bags[1:])[1]
            known, shared = sum(common.values()), sum((common & bags[0]).values())
            total['known'] += known
            total['shared'] += shared
            total['files'] += 1
            print(line + f' {100 * shared / known if known else 100:7.2f}%')
        print(f'{total["files"]} files read by all three: {total["shared"]} of {total["known"]} characters, {100 * total["shared"] / max(1, total["known"]):.2f} %')

main()
