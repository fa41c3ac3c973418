import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Lock, type LockedPackage, lockFaults } from '../scripts/lock-faults.ts';

const sound: LockedPackage = { version: '1.2.3', integrity: 'sha512-x', license: 'MIT' };
const locked = (changes: LockedPackage, name = 'a'): Lock => ({
  packages: { '': { dependencies: { a: '1.2.3' } }, [`node_modules/${name}`]: { ...sound, ...changes } },
});

describe('what is locked', () => {
  test.each<[string, Lock, string | undefined]>([
    ['a sound package', locked({}), undefined],
    ['from the public registry', locked({ resolved: 'https://registry.npmjs.org/a/-/a-1.2.3.tgz' }), undefined],
    ['from another registry', locked({ resolved: 'http://npm.example.internal/a.tgz' }), 'npm.example.internal'],
    ['from a branch', locked({ resolved: 'git+ssh://git@example.com/a.git#1' }), 'resolved'],
    ['without integrity', locked({ integrity: '' }), 'integrity'],
    ['a build for another system without integrity', locked({ integrity: '', optional: true, license: '' }), undefined],
    ['running a program when installed', locked({ hasInstallScript: true }), '运行程序'],
    ['one that may', locked({ hasInstallScript: true, dev: true }, 'esbuild'), undefined],
    ['a licence that binds', locked({ license: 'GPL-3.0' }), 'GPL-3.0'],
    ['a licence that binds, in development', locked({ license: 'GPL-3.0', dev: true }), undefined],
    ['no licence', locked({ license: '' }), '许可'],
    ['one of two licences', locked({ license: '(MIT OR GPL-3.0)' }), undefined],
    ['both of two licences', locked({ license: 'MIT AND GPL-3.0' }), 'GPL-3.0'],
    ['a range of versions', { packages: { '': { devDependencies: { a: '^1.2.3' } } } }, '^1.2.3'],
    ['a range in a package', { packages: { 'packages/b': { dependencies: { a: 'latest' } } } }, 'packages/b'],
    ['our own packages', { packages: { 'packages/b': { dependencies: { '@mingsuan/core': '*' } } } }, undefined],
  ])('%s', (_, lock, fault) => {
    const faults = lockFaults(lock);
    expect(faults).toEqual(fault === undefined ? [] : [expect.stringContaining(fault)]);
  });

  test('is sound in this project', () => {
    expect(lockFaults(JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock)).toEqual([]);
  });
});
