/**
 * Writes packages/core/src/classification/data/*.json from the reference CSVs (default ../shared/reference):
 * `npx tsx scripts/import-reference.ts [folder]`. Each file is a JSON array of tab-separated rows, one row per line.
 * What is known beyond the CSVs (renamings, further codes) stands in classification/*.ts and is not touched.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = process.argv[2] ?? join(import.meta.dirname, '../../shared/reference');
const target = join(import.meta.dirname, '../packages/core/src/classification/data');

type Record_ = Readonly<Record<string, string>>;

/** RFC 4180 fields of one line; no reference list has a line break inside a field. */
function fields(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '',
  );
}

function readCsv(name: string): Record_[] {
  const [head, ...lines] = readFileSync(join(source, name), 'utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/);
  const columns = fields(head ?? '');
  return lines.map((line) => {
    const values = fields(line);
    return Object.fromEntries(columns.map((column, i) => [column, (values[i] ?? '').trim()]));
  });
}

function write(name: string, rows: readonly (readonly string[])[]): void {
  const lines = rows.map((row) => JSON.stringify(row.join('\t').trimEnd()));
  writeFileSync(join(target, `${name}.json`), `[\n${lines.join(',\n')}\n]\n`);
  console.log(`${name}: ${rows.length}`);
}

/** code, name, trust (v g s), first and last year seen, other names seen (;). */
function functionRows(): string[][] {
  const seen = new Map(readCsv('function_class_doc_verified.csv').map((r) => [r.code, r]));
  const classes = new Set(readCsv('function_class_top_level_2018_2025.csv').map((r) => r.code));
  return readCsv('function_class_merged.csv').map((r) => {
    const doc = seen.get(r.code);
    const trust = doc || classes.has(r.code) ? 'v' : r.status!.startsWith('STALE') ? 's' : 'g';
    return [
      r.code!,
      r.name!,
      trust,
      doc?.first_year_seen ?? '',
      doc?.last_year_seen ?? '',
      doc?.other_names_seen ?? '',
    ];
  });
}

/** code, name, trust, first and last year seen. */
function departmentalEconomicRows(): string[][] {
  return readCsv('econ_class_dept_2018.csv').map((r) => {
    const [first = '', last = ''] = (r.years ?? '').split('-');
    return [r.code!, r.name!, r.verified_in_real_documents === 'yes' ? 'v' : 'g', first, last];
  });
}

const plainRows = (file: string): string[][] => readCsv(file).map((r) => [r.code!, r.name!, 'g']);

/** Trimmed names are general knowledge; suspect ones (a cut remark instead of the name) are stale; nameless ones are left out. */
function procurement2022Rows(): string[][] {
  return readCsv('procurement_2022.csv')
    .filter((r) => r.name)
    .map((r) => {
      const name = r.name!.replace(/\s+包$/, '');
      const trust = r.quality === 'suspect' ? 's' : r.quality === 'trimmed' || name !== r.name ? 'g' : 'v';
      return [r.code!, name, trust];
    });
}

/** Without the entries that were put into the 2013 edition by context only and that the 2022 edition has. */
function procurement2013Rows(): string[][] {
  const later = new Set(readCsv('procurement_2022.csv').map((r) => r.code));
  return readCsv('procurement_2013_partial.csv')
    .filter((r) => r.edition === '2013' || !later.has(r.code) || r.code === 'A02010601')
    .map((r) => [r.code!, r.name!, 'g']);
}

/** code, name, first year (blank: 2002 or before, or unknown), last year (blank: in force in 2023). */
function regionRows(): string[][] {
  const current = new Map(readCsv('region_stats2023.csv').map((r) => [r.code!, r.name!]));
  const rows: string[][] = [];
  for (const r of readCsv('region_gb2260_history_2002_2016.csv')) {
    const lives = r.last_edition!.startsWith('2016') && current.get(r.code!) === r.name;
    if (lives) current.delete(r.code!);
    const first = r.first_edition!.slice(0, 4);
    rows.push([r.code!, r.name!, first === '2002' ? '' : first, lives ? '' : r.last_edition!.slice(0, 4)]);
  }
  for (const [code, name] of current) rows.push([code, name, '', '']);
  return rows.sort((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : (a[3] || '9999') < (b[3] || '9999') ? -1 : 1));
}

write('function', functionRows());
write('economic-2018', departmentalEconomicRows());
write('economic-pre2018', plainRows('econ_class_pre2018_fap.csv'));
write('economic-gov', plainRows('econ_class_gov_2018.csv'));
write('procurement-2022', procurement2022Rows());
write('procurement-2013', procurement2013Rows());
write('regions', regionRows());
write(
  'performance-framework',
  readCsv('performance_indicator_framework.csv').map((r) => [r.level1!, r.level2!]),
);
write(
  'project-categories',
  readCsv('project_category_codes.csv').map((r) => [r.code!, r.name!, r.parent!]),
);
