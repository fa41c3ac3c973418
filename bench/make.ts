/**
 * How fast documents are made: a department with two units (three disclosures, about 110 pages as PDF) compiled, composed and
 * written, beside the time of the same work's JSON; and ten thousand units added up. On one core; medians.
 */
import { aggregate } from '@mingsuan/core/aggregate/aggregate';
import { compileLedger } from '@mingsuan/core/compile/compile';
import type { Disclosure } from '@mingsuan/core/disclosure';
import { exampleLedger } from '@mingsuan/core/ledger/example';
import type { Ledger, Project } from '@mingsuan/core/ledger/ledger';
import { templateById } from '@mingsuan/core/templates/index';
import { compose } from '@mingsuan/documents/compose/compose';
import { writeDocument } from '@mingsuan/documents/write';
import { WRITE_FORMATS } from '@mingsuan/documents/write-formats';

const HEBEI_2023 = templateById('hebei-2023')!;
const ROUNDS = 5;
const PROJECTS = 26;
const UNITS = 10_000;

const ledgers = ['302001', '302003'].map((code) => manyProjects(exampleLedger(2023, code)));
const compileAll = (): readonly Disclosure[] => {
  const units = ledgers.map((ledger) => compileLedger(ledger, HEBEI_2023).disclosure);
  const into = { agency: { code: '302', name: '示例市数据服务局', level: 'department' as const } };
  return [aggregate(units, into).disclosure, ...units];
};

const document = compileAll();
const json = await median(async () => JSON.stringify(document));
const rows: Record<string, { ms: number; 'times JSON': number }> = {};
const put = (name: string, ms: number) => {
  rows[name] = { ms: Math.round(ms), 'times JSON': Math.round(ms / json) };
};
put('compile + aggregate + compose', await median(async () => compose(compileAll())));
for (const format of WRITE_FORMATS)
  put(`compose + write ${format}`, await median(() => writeDocument(document, format)));

const unit = compileLedger(exampleLedger(2023), HEBEI_2023).disclosure;
const many = Array.from({ length: UNITS }, (_, i) => ({ ...unit, agency: { ...unit.agency, code: `302${i}` } }));
put(
  `aggregate ${UNITS} units`,
  await median(async () => aggregate(many, { agency: { name: '全市', level: 'department' } })),
);
console.table(rows);

/** Projects like those of the example, each with a name of its own. */
function manyProjects(ledger: Ledger): Ledger {
  const projects = Array.from({ length: PROJECTS }, (_, i): Project => {
    const project = ledger.projects[i % ledger.projects.length]!;
    return { ...project, name: `${project.name}${i + 1}` };
  });
  const spent = [...ledger.basic, ...projects.flatMap(({ lines }) => lines)].reduce((sum, { fen }) => sum + fen, 0);
  return { ...ledger, projects, procurement: [], revenue: [{ fund: 'general-public', fen: spent }] };
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!;
}
