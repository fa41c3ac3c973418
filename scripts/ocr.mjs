/** Installs what reading scans needs into `ocr/`, for this system alone: 70 MB that only those have who ask for it. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root, say } from './lib.mjs';

const folder = join(root, 'ocr');
const native = join(folder, 'node_modules/onnxruntime-node/bin/napi-v6');
const web = join(folder, 'node_modules/onnxruntime-web');
/** What runs in a confined process: the plain WebAssembly runtime. */
const KEPT = ['ort.wasm.min.mjs', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'];

say('安装文字识别', 'installing text recognition');
const { status } = npm(['ci', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund']);
if (status !== 0) {
  console.error(
    '文字识别没有装成，请检查网络和 npm 的设置后再试 / npm ci failed: check the network and the npm settings',
  );
  process.exit(1);
}
const others = (path, keep) => (existsSync(path) ? readdirSync(path).filter((name) => name !== keep) : []);
for (const system of others(native, process.platform)) rmSync(join(native, system), { recursive: true });
for (const processor of others(join(native, process.platform), process.arch))
  rmSync(join(native, process.platform, processor), { recursive: true });
for (const name of readdirSync(join(web, 'dist')))
  if (!KEPT.includes(name)) rmSync(join(web, 'dist', name), { recursive: true });
say('扫描件现在可以直接读了', 'scans are read from now on');
