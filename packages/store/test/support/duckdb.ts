/** DuckDB for the tests: installed as an operator would (`npm run lake`), where it is not here yet. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { duckDbFolder } from '@mingsuan/store';

/** Undefined where it is here; else why it is not. */
export function withoutDuckDb(): string | undefined {
  const root = join(import.meta.dirname, '../../../..');
  if (duckDbFolder() === undefined)
    spawnSync(process.execPath, [join(root, 'scripts/lake.mjs')], { cwd: root, stdio: 'ignore', timeout: 180_000 });
  return duckDbFolder() === undefined ? '没有 DuckDB，跳过数据湖：请先运行 npm run lake' : undefined;
}
