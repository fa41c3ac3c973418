/** The seals of an OFD: whether the parts that they protect are still as they were. Who sealed it is not looked into. */
import { createHash, getHashes } from 'node:crypto';
import type { Problem } from '@mingsuan/core/disclosure';
import { UnreadableInput } from '../unreadable.ts';
import { located, type Ofd } from './package.ts';
import { childOf, childrenOf, textIn, treeOf } from './xml-tree.ts';

/** Hashes as signatures name them. */
const HASHES: Readonly<Record<string, string>> = {
  '1.2.156.10197.1.401': 'sm3',
  sm3: 'sm3',
  md5: 'md5',
  'sha-1': 'sha1',
  sha1: 'sha1',
  '1.3.14.3.2.26': 'sha1',
  sha256: 'sha256',
  '2.16.840.1.101.3.4.2.1': 'sha256',
};

type State = 'whole' | 'changed' | 'unknown';

/** What to tell of the seals; nothing where there are none. */
export function sealProblems(ofd: Ofd): Problem[] {
  const states = ofd.signatures.flatMap((path) => signaturesIn(path, ofd));
  if (states.length === 0) return [];
  const changed = states.filter((state) => state === 'changed').length;
  const unknown = states.filter((state) => state === 'unknown').length;
  const about = `OFD 带有 ${states.length} 处电子签名或签章`;
  if (changed > 0)
    return [
      {
        code: 'signed',
        message: `${about}，其中 ${changed} 处签章之后内容又被改动；请向公开单位核实，是否有效请用签章软件核验。`,
      },
    ];
  const integrity = unknown > 0 ? '没有核验' : '内容与签章时一致，没有验证签章人';
  return [{ code: 'signed', message: `${about}，${integrity}；是否有效请用签章软件核验。` }];
}

function signaturesIn(path: string, ofd: Ofd): State[] {
  try {
    const xml = ofd.parts.text(path);
    if (xml === undefined) return [];
    return childrenOf(treeOf(xml), 'Signature').map(({ attributes }) =>
      stateOf(located(attributes.BaseLoc ?? '', path, ofd.parts), ofd),
    );
  } catch (error) {
    if (error instanceof UnreadableInput) return ['unknown'];
    throw error;
  }
}

function stateOf(path: string, { parts }: Ofd): State {
  const xml = parts.text(path);
  const references = xml === undefined ? undefined : childOf(childOf(treeOf(xml), 'SignedInfo'), 'References');
  const hash = HASHES[(references?.attributes.CheckMethod ?? '').toLowerCase()];
  const protectedParts = childrenOf(references, 'Reference');
  if (!hash || !getHashes().includes(hash) || protectedParts.length === 0) return 'unknown';
  const isWhole = protectedParts.every((reference) => {
    const part = parts.bytes(located(reference.attributes.FileRef ?? '', path, parts));
    return part && createHash(hash).update(part).digest('base64') === textIn(reference, 'CheckValue');
  });
  return isWhole ? 'whole' : 'changed';
}
