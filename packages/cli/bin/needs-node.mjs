/** Which Node the programs need, told in one sentence before an older one stumbles over something. Loaded first, for that it is done. */

/** As `engines` in package.json has it. */
const LEAST = [20, 19];

/** @returns why this version of Node will not do; undefined where it will */
export function nodeFault(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return undefined;
  const least = LEAST.join('.');
  return `明算要用 Node.js ${least} 以上，这里是 ${version}：请升级以后再运行。(Node.js ${least} or newer is needed, this is ${version}.)`;
}

const fault = nodeFault(process.versions.node);
if (fault) {
  process.stderr.write(`${fault}\n`);
  process.exit(2);
}
