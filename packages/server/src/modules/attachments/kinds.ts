/** Which files are taken as attachments: what a bureau files as evidence, told by the bytes and by the name alike. Nothing that runs. */
import { decodeText } from '@mingsuan/documents/input/decode';
import { extensionOf, type InputKind, KINDS } from '@mingsuan/documents/input/kinds';
import { sniffSignature, sniffText } from '@mingsuan/documents/input/sniff';
import { Fault } from '../../fault.ts';

const TAKEN: readonly InputKind[] = [
  'pdf',
  'ofd',
  'docx',
  'doc',
  'xlsx',
  'xls',
  'pptx',
  'odt',
  'ods',
  'picture',
  'image',
  'text',
  'zip',
];
/** What these kinds are named where they hold macros. */
const NOT_TAKEN: readonly string[] = ['docm', 'xlsm'];

/** The endings of names that are taken. */
export const EXTENSIONS: readonly string[] = [
  ...new Set(TAKEN.flatMap((kind) => KINDS[kind].extensions).filter((one) => !NOT_TAKEN.includes(one))),
].sort();

/** How Office keeps macros: a part of a package, a storage of a compound file. */
const MACROS: readonly Buffer[] = [Buffer.from('vbaProject.bin'), Buffer.from('_VBA_PROJECT', 'utf16le')];

/** What a file is. @throws Fault `unusable` with what is not taken about it */
export function attachmentKind(name: string, bytes: Uint8Array): InputKind {
  if (bytes.length === 0) throw refused(name, '是空的');
  const kind = kindOf(bytes);
  const extension = extensionOf(name);
  if (kind === 'encrypted-office') throw refused(name, '加了密码，别人打不开，也查不了病毒，请取消密码后再上传');
  if (!TAKEN.includes(kind) || !EXTENSIONS.includes(extension))
    throw refused(name, `不是能收的文件，请换成 ${EXTENSIONS.join('、')} 之一`);
  if (!KINDS[kind].extensions.includes(extension))
    throw refused(name, `内容是${KINDS[kind].name}，和扩展名不符，请改正后再上传`);
  const held = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (MACROS.some((macro) => held.includes(macro))) throw refused(name, '带有宏，请另存为不带宏的文件后再上传');
  return kind;
}

function kindOf(bytes: Uint8Array): InputKind {
  const kind = sniffSignature(bytes);
  if (kind) return kind;
  const decoded = decodeText(bytes);
  return decoded ? sniffText(decoded.text) : 'binary';
}

const refused = (name: string, why: string) => new Fault('unusable', `“${name}”${why}。`);
