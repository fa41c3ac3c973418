/**
 * How documents of layouts that no template has are read: npx tsx scripts/unseen/places.ts [PLACE…] [--write=FOLDER]
 * Printed by place: the share of the amounts that is understood, each table that is not, each figure that went to an address where
 * another belongs, each error. `--write` leaves each document as workbook, page and PDF in a folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDocument } from '@mingsuan/core/check';
import { understand } from '../../packages/documents/src/read.ts';
import { writeLayout } from '../../packages/documents/src/write.ts';
import { misread } from '../../packages/documents/test/places/expected.ts';
import { PLACES } from '../../packages/documents/test/places/index.ts';

const args = process.argv.slice(2);
const folder = args.find((arg) => arg.startsWith('--write='))?.slice('--write='.length);
const wanted = args.filter((arg) => !arg.startsWith('--'));
for (const [place, layoutOf] of Object.entries(PLACES)) {
  if (wanted.length > 0 && !wanted.includes(place)) continue;
  const layout = layoutOf();
  const reading = await understand(`${place}.pdf`, layout, []);
  const { amounts, perTable } = reading.coverage!;
  console.log(
    `${place}  ${amounts.read}/${amounts.printed} = ${((100 * amounts.read) / amounts.printed).toFixed(1)}%  ${reading.disclosures
      .map(
        ({ agency, year, stage, statements }) =>
          `${agency.name} ${year} ${stage} ${statements.map(({ form }) => form).join(' ')}`,
      )
      .join(' | ')}`,
  );
  for (const { title, state, page, amounts: each } of perTable)
    if (state !== 'read')
      console.log(`    page ${page} ${title}  generic ${each.generic} unread ${each.unread} of ${each.printed}`);
  for (const { code, message } of reading.problems) console.log(`    ${code} ${message}`);
  for (const line of reading.disclosures.flatMap(misread)) console.log(`    MISREAD ${line}`);
  for (const { severity, rule, message } of checkDocument(reading).findings)
    if (severity !== 'notice') console.log(`    ${severity} ${rule} ${message}`);
  if (folder === undefined) continue;
  mkdirSync(folder, { recursive: true });
  for (const format of ['xlsx', 'html', 'pdf'] as const)
    writeFileSync(
      join(folder, `${place}.${format}`),
      await writeLayout(layout, format, { title: place, author: '' } as never),
    );
}
