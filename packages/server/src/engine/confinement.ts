/** Node's permission model for a process that reads strangers' files: it may read the program, its libraries and the folders of jurisdictions, and do nothing else. */
import { dirname, join } from 'node:path';

/**
 * Flags for a program whose entry this is; none where this Node has no such model. @param mayLoadNative for what writes our own
 * documents: setting the pages of a PDF is native code
 */
export function confinement(entry: string, folders: readonly string[], mayLoadNative = false): string[] {
  const flag = ['--permission', '--experimental-permission'].find((name) =>
    process.allowedNodeEnvironmentFlags.has(name),
  );
  if (flag === undefined) return [];
  return [
    flag,
    '--disable-warning=ExperimentalWarning',
    ...(mayLoadNative ? ['--allow-addons'] : []),
    ...[...readable(entry), ...folders].map((path) => `--allow-fs-read=${path}`),
  ];
}

/** The built program, and every node_modules, package.json and the recogniser of scans on the way up from it. */
function readable(entry: string): string[] {
  const paths = [join(dirname(entry), '*')];
  for (let folder = dirname(entry); ; folder = dirname(folder)) {
    paths.push(join(folder, 'node_modules', '*'), join(folder, 'package.json'), join(folder, 'ocr', '*'));
    if (dirname(folder) === folder) return paths;
  }
}
