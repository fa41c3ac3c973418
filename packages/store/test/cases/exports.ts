import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BackupError, backup, FACT_COLUMNS, type FactRow, factBatches, loadDisclosure, restore } from '@mingsuan/store';
import { type ParquetGroup, parquetEnd, parquetPart } from '@mingsuan/store/export/parquet';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, expect, it } from 'vitest';
import { type Backend, empty } from '../support/backends.ts';
import { made, take, takeOne } from '../support/disclosures.ts';

export function exportCases(backend: () => Backend): void {
  const store = () => backend().store;
  /** A part for each batch. */
  const parquetOf = async (batches: AsyncGenerator<readonly FactRow[]>): Promise<Buffer> => {
    const parts: Uint8Array[] = [];
    const groups: ParquetGroup[] = [];
    let offset = 0;
    for await (const rows of batches) {
      const { bytes, group } = await parquetPart(rows, FACT_COLUMNS, offset);
      parts.push(bytes);
      groups.push(group);
      offset += bytes.length;
    }
    return Buffer.concat([...parts, await parquetEnd(groups, FACT_COLUMNS, offset)]);
  };
  const folder = mkdtempSync(join(tmpdir(), 'mingsuan-backup-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives every figure of the current versions once, over batches', async () => {
    await takeOne(store(), made({ draw: 1 }));
    const disclosures = Array.from({ length: 23 }, (_, agency) => made({ agency }));
    for (const disclosure of disclosures) await take(store(), disclosure);
    const rows = await all(factBatches(store()));
    const expected = disclosures.flatMap(({ statements }) =>
      statements.flatMap(({ rows: lines }) => lines.flatMap(({ cells }) => Object.values(cells).map(({ fen }) => fen))),
    );
    expect(rows.map(({ fen }) => fen).sort()).toEqual(expected.sort());
    expect(Object.keys(rows[0]!)).toEqual(Object.keys(FACT_COLUMNS));
    expect(rows[0]).toMatchObject({ region: '130100', agency: '石家庄市财政局', year: 2023, form: 'balance', line: 1 });
  });

  it('filters', async () => {
    const first = await takeOne(store(), made({ agency: 0 }));
    const second = await takeOne(store(), made({ agency: 3, year: 2022 }));
    const of = async (filter: object) =>
      new Set((await all(factBatches(store(), filter))).map((row) => row.disclosure_id));
    expect(await of({ year: 2022 })).toEqual(new Set([second.id]));
    expect(await of({ agency: first.agencyId })).toEqual(new Set([first.id]));
    expect(await of({ disclosure: second.id })).toEqual(new Set([second.id]));
    expect(await of({ region: '130200' })).toEqual(new Set());
    expect(new Set((await all(factBatches(store(), { form: 'basic' }))).map(({ form }) => form))).toEqual(
      new Set(['basic']),
    );
  });

  it('writes the same rows as Parquet', async () => {
    await take(store(), ...Array.from({ length: 7 }, (_, agency) => made({ agency })));
    const rows = await all(factBatches(store()));
    const file = await parquetOf(factBatches(store()));
    const back = await parquetReadObjects({
      file: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer,
    });
    expect(back.map((row) => ({ ...row, fen: Number(row.fen) }))).toEqual(rows);
  });

  it('an export of nothing is a file of nothing', async () => {
    const file = await parquetOf(factBatches(store()));
    expect(
      await parquetReadObjects({
        file: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer,
      }),
    ).toEqual([]);
  });

  it('a backup restored elsewhere is the same store', async () => {
    await take(store(), made({ agency: 1 }), made({ agency: 0 }), made({ agency: 2 }));
    const { id, agencyId } = await takeOne(store(), made({ agency: 0, year: 2024 }));
    const path = join(folder, 'whole.backup');
    await backup(store(), path);
    const other = await backend().other();
    await empty(other);
    await restore(path, other);
    expect(await loadDisclosure(other, id)).toEqual(made({ agency: 0, year: 2024 }));
    expect(await all(factBatches(other))).toEqual(await all(factBatches(store())));
    const again = await takeOne(other, made({ agency: 0, year: 2024, draw: 5 }));
    expect(again).toMatchObject({ agencyId, version: 2 });
    await expect(restore(path, other)).rejects.toThrow(/已有数据/);
  });

  it('a backup whose original is not the one it names brings nothing', async () => {
    const { sha256 } = await take(store(), made());
    const path = join(folder, 'exchanged.backup');
    await backup(store(), path);
    const lines = gunzipSync(readFileSync(path)).toString().split('\n');
    const exchanged = lines.map((line) =>
      line.startsWith(`{"file":"${sha256}"`)
        ? JSON.stringify({ file: sha256, bytes: Buffer.from('another').toString('base64') })
        : line,
    );
    expect(exchanged).not.toEqual(lines);
    writeFileSync(path, gzipSync(exchanged.join('\n')));
    const other = await backend().other();
    await empty(other);
    await expect(restore(path, other)).rejects.toThrow(BackupError);
    expect(await other.db.selectFrom('documents').select('id').execute()).toEqual([]);
  });

  it.each<[string, (whole: Buffer) => Uint8Array]>([
    ['cut off', (whole) => whole.subarray(0, whole.length / 2)],
    ['damaged', (whole) => Buffer.concat([whole.subarray(0, 60), Buffer.alloc(40), whole.subarray(100)])],
    ['something else', () => Buffer.from('no backup')],
    ['empty', () => Buffer.alloc(0)],
  ])('a backup that is %s brings nothing', async (name, change) => {
    await take(store(), made());
    const path = join(folder, `${name}.backup`);
    await backup(store(), path);
    writeFileSync(path, change(readFileSync(path)));
    const other = await backend().other();
    await empty(other);
    await expect(restore(path, other)).rejects.toThrow(BackupError);
    expect(await other.db.selectFrom('documents').select('id').execute()).toEqual([]);
  });
}

async function all(batches: AsyncIterable<readonly FactRow[]>): Promise<FactRow[]> {
  const rows: FactRow[] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}
