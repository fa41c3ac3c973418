/** Catalogue codes of procurement: known to the edition, and named as there. The 2013 list is partial, so all are notices. */

import { lookup, nameCheck, procurementEdition } from '../../classification/index.ts';
import type { Disclosure } from '../../disclosure.ts';
import type { Finding } from '../../finding.ts';
import type { ProcurementRow } from '../../kinds/index.ts';
import { PROCUREMENT } from '../../kinds/index.ts';
import { rowsOf } from '../../model/tables.ts';
import { foldWidth, unspaced } from '../../text/fold.ts';
import { PROCUREMENT_CATALOGUE } from '../basis.ts';
import type { ReadRule } from '../rule.ts';
import { EVERYWHERE } from '../scope.ts';
import { GROUP } from './words.ts';

export const PROCUREMENT_CODES: ReadRule = {
  phase: 'read',
  id: 'procurement-code',
  title: '采购品目编码与名称、目录版本一致',
  group: GROUP,
  scope: EVERYWHERE,
  basis: [{ document: PROCUREMENT_CATALOGUE }],
  severity: 'notice',
  sure: '供参考',
  check: '品目编码应在所用版本的目录中，名称应是该编码的名称；全部只作提示。',
  run: ({ disclosure }) => {
    const items = rowsOf(disclosure, PROCUREMENT).filter(({ kind, code }) => kind === 'item' && code);
    const edition = procurementEdition([...new Set(items.map(({ code }) => plainCode(code!)))], disclosure.year);
    const known = new Map<string, ProcurementRow[]>();
    for (const row of items) {
      const id = `${plainCode(row.code!)}\u0000${row.item ?? ''}`;
      known.set(id, [...(known.get(id) ?? []), row]);
    }
    return [...known.values()].flatMap((rows) => codeFinding(disclosure, rows, edition));
  },
};

const plainCode = (code: string): string => foldWidth(code).toUpperCase();

function codeFinding(
  { agency }: Disclosure,
  rows: readonly ProcurementRow[],
  edition: ReturnType<typeof procurementEdition>,
): readonly Finding[] {
  const [first] = rows;
  if (!first?.code || !edition) return [];
  const code = plainCode(first.code);
  const name = unspaced(first.item ?? '');
  const message = saidOf(code, name, edition);
  if (!message) return [];
  const evidence = rows.map((row) => ({
    form: PROCUREMENT.id,
    row: name,
    column: 'code',
    text: row.code!,
    origin: row.origin,
  }));
  return [
    { rule: PROCUREMENT_CODES.id, severity: 'notice', agency: agency.name, form: PROCUREMENT.id, message, evidence },
  ];
}

function saidOf(code: string, name: string, edition: '2013' | '2022'): string | undefined {
  if (!/^[ABC](?:\d\d){0,5}$/.test(code)) return `采购品目“${name}”的编码 ${code} 不是目录编码的写法`;
  const entry = lookup('procurement', code, { edition });
  if (!entry) {
    if (edition === '2013') return undefined;
    const other = lookup('procurement', code, { edition: '2013' });
    return other
      ? `采购品目 ${code}“${name}”是 2013 年版目录的编码，本表其余编码属 2022 年版`
      : `2022 年版目录中没有采购品目编码 ${code}（“${name}”）`;
  }
  if (name === '') return undefined;
  const check = nameCheck('procurement', code, name, { edition });
  return check.status === 'different' ? `采购品目 ${code} 印作“${name}”，目录中是“${check.official}”` : undefined;
}
