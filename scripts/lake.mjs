/** Installs DuckDB into `lake/`: 70 MB that only those have who keep the figures in a lake (MINGSUAN_FACTS=lake:…). */
import { join } from 'node:path';
import { npm, root, say } from './lib.mjs';

say('安装数据湖用的 DuckDB', 'installing DuckDB for the lake');
const { status } = npm(['ci', '--prefix', join(root, 'lake'), '--ignore-scripts', '--no-audit', '--no-fund']);
if (status !== 0) {
  console.error(
    'DuckDB 没有装成，请检查网络和 npm 的设置后再试 / npm ci failed: check the network and the npm settings',
  );
  process.exit(1);
}
say('现在可以设 MINGSUAN_FACTS=lake:文件夹 了', 'MINGSUAN_FACTS=lake:FOLDER can be set now');
