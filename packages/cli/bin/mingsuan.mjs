#!/usr/bin/env node
import './needs-node.mjs';
import { existsSync } from 'node:fs';

const built = new URL('../dist/main.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  process.stderr.write('mingsuan: 还没有构建，请先在项目目录运行 npm run setup (not built yet: npm run setup)\n');
  process.exitCode = 2;
}
