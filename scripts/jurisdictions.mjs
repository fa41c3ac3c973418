/** Takes the folders of jurisdictions/ into the program: packages/core/src/jurisdictions/data/bundled.json. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { root, say } from './lib.mjs';

const folder = join(root, 'jurisdictions');
const target = join(root, 'packages/core/src/jurisdictions/data/bundled.json');

const namesIn = (path, kind) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => (kind === 'folder' ? entry.isDirectory() : entry.name.endsWith('.yaml')))
    .map(({ name }) => name)
    .sort();

const bundle = Object.fromEntries(
  namesIn(folder, 'folder').map((id) => [
    id,
    Object.fromEntries(
      namesIn(join(folder, id), 'file').map((name) => [name, parse(readFileSync(join(folder, id, name), 'utf8'))]),
    ),
  ]),
);
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, `${JSON.stringify(bundle, null, 1)}\n`);
say(`写好 ${Object.keys(bundle).join('、')} 的数据`, 'written');
