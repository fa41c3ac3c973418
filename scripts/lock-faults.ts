/** What is wrong with the locked dependencies, told without a network. */

export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** package-lock.json, version 3: by path, the project itself under '', its own packages under `packages/…`. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** Packages that may run a program when they are installed: esbuild looks whether its binary is the right one. */
const INSTALL_SCRIPTS = ['esbuild'];

/** Licences that a program under Apache-2.0 may be shipped with. */
const LICENCES = [
  'MIT',
  'Zlib',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Unlicense',
  'BlueOak-1.0.0',
  'PostgreSQL',
  'Python-2.0',
  'OFL-1.1',
  'CC0-1.0',
];

const PUBLIC = 'https://registry.npmjs.org/';
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Builds for other platforms, which npm locks with no more than their version where they were never fetched. */
export const isUnfetched = ({ optional, integrity }: LockedPackage): boolean => optional === true && !integrity;

/** One sentence a fault; none: all is well. */
export function lockFaults({ packages }: Lock): readonly string[] {
  const all = Object.entries(packages);
  const installed = all.filter(([path, { link }]) => path.includes('node_modules/') && !link);
  const own = all.filter(([path]) => !path.includes('node_modules/'));
  return [
    ...own.flatMap(([path, each]) => unpinned(path, each)),
    ...installed.flatMap(([path, each]) => faultsOf(path, each)),
  ];
}

function unpinned(path: string, { dependencies, devDependencies }: LockedPackage): readonly string[] {
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([name, range]) => !name.startsWith('@mingsuan/') && !EXACT.test(range))
    .map(([name, range]) => `${path || 'package.json'}: ${name} 的版本 ${range} 没有写死，请写成确切的版本`);
}

function faultsOf(path: string, each: LockedPackage): readonly string[] {
  const name = nameOf(path);
  const what = `${name} ${each.version ?? ''}`.trim();
  const faults: string[] = [];
  if (!each.integrity && !isUnfetched(each))
    faults.push(`${what} 在 package-lock.json 里没有 integrity，装到的是不是它无从核对`);
  if (each.resolved !== undefined && !each.resolved.startsWith(PUBLIC))
    faults.push(`${what} 的 resolved 指向 ${hostOf(each.resolved)}，别处装不到；请删去 resolved 或改为公共源`);
  if (each.hasInstallScript && !INSTALL_SCRIPTS.includes(name))
    faults.push(`${what} 安装时要运行程序；请换一个不需要的，或核对后写进 scripts/lock-faults.ts`);
  if (!each.dev && !isUnfetched(each) && !isLicensed(each.license))
    faults.push(`${what} 的许可是 ${each.license ?? '（没有写明）'}，不在可用之列`);
  return faults;
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host || url : url);

/** `MIT AND OFL-1.1` needs both, `(MIT OR GPL-3.0)` one. */
function isLicensed(license = ''): boolean {
  const plain = license.replace(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((each) => LICENCES.includes(each.trim())));
}
