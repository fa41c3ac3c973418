/** The project's own source files, for tests about how they are written. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT: string = join(import.meta.dirname, '..');

export const PACKAGES: readonly string[] = readdirSync(join(ROOT, 'packages'));

/** Paths from the project's root, with `/`: every TypeScript file of the packages' `src`, or of the named packages only. */
export function sourceFiles(packages = PACKAGES): readonly string[] {
  return packages.flatMap((name) =>
    readdirSync(join(ROOT, 'packages', name, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll(sep, '/')),
  );
}

/** The text of a file that `sourceFiles` names. */
export const sourceOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
