/** Programs of the tests, as processes that are started many times: from one built file, for loading the sources takes seconds. */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';

const DIST = join(import.meta.dirname, '../../dist/test');
/** Libraries stay where they are installed; the bundler's own helpers are none. */
const LIBRARIES = [/^node:/, /^(?!@mingsuan\/|@oxc-project\/)[@a-z]/];

/** Builds the program at `path`. @returns what starts it with arguments */
export async function program(path: string): Promise<(args: readonly string[], stdio: StdioOptions) => ChildProcess> {
  const name = basename(path, '.ts');
  const bundle = await rolldown({
    input: { [name]: path },
    platform: 'node',
    external: LIBRARIES,
    logLevel: 'silent',
  });
  const dir = join(DIST, name);
  await bundle.write({ dir, format: 'esm', chunkFileNames: 'chunks/[name].js' });
  await bundle.close();
  return (args, stdio) => spawn(process.execPath, [join(dir, `${name}.js`), ...args], { stdio });
}
