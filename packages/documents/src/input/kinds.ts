/** The kinds of input by content: what each is called, which extensions it goes by, and what to do where it has no reader. */

export type InputKind =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'xls'
  | 'xml-workbook'
  | 'html'
  | 'text'
  | 'mingsuan-json'
  | 'json'
  | 'rtf'
  | 'xlsb'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'odf'
  | 'ofd'
  | 'doc'
  | 'xml-document'
  | 'mhtml'
  | 'ole'
  | 'encrypted-office'
  | 'picture'
  | 'image'
  | 'zip'
  | 'archive'
  | 'binary';

export interface KindInfo {
  /** What a message calls it. */
  readonly name: string;
  readonly extensions: readonly string[];
  /** Set where no reader takes it: what the user can do instead. */
  readonly advice?: string;
  /** Set where a file is read when it is given itself, and not looked for in folders, archives and e-mails: most there are ornaments. */
  readonly isOnlyNamed?: boolean;
}

const AS_PDF = '请用 WPS 或 Office 另存为 PDF 后再读';
const AS_DOCX = '请用 WPS 或 Word 另存为 docx 或 PDF 后再读';

export const KINDS: Readonly<Record<InputKind, KindInfo>> = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  docx: { name: 'Word 文档（docx）', extensions: ['docx', 'docm', 'wps'] },
  xlsx: { name: 'Excel 工作簿（xlsx）', extensions: ['xlsx', 'xlsm', 'xls', 'et'] },
  xls: { name: 'Excel 97–2003 工作簿（xls）', extensions: ['xls', 'et'] },
  'xml-workbook': { name: 'Excel 2003 的 XML 表格', extensions: ['xml', 'xls'] },
  html: { name: '网页', extensions: ['htm', 'html', 'shtml', 'xhtml', 'xls'] },
  text: { name: '文本', extensions: ['txt', 'text', 'tsv', 'csv', 'md', 'xls'] },
  'mingsuan-json': { name: '明算 JSON', extensions: ['json'] },
  json: {
    name: '其他 JSON 文件',
    extensions: [],
    advice: '能读的只有 mingsuan read --format json 的输出，请换用它或原来的公开文本',
  },
  rtf: { name: 'RTF 文档', extensions: ['rtf'], advice: AS_DOCX },
  xlsb: { name: 'Excel 二进制工作簿（xlsb）', extensions: ['xlsb'] },
  pptx: { name: '演示文稿', extensions: ['ppt', 'pptx', 'dps'], advice: AS_PDF },
  odt: { name: 'OpenDocument 文档（odt）', extensions: ['odt', 'fodt', 'ott'] },
  ods: { name: 'OpenDocument 工作簿（ods）', extensions: ['ods', 'fods', 'ots'] },
  odf: { name: 'OpenDocument 演示或图形', extensions: ['odp', 'odg'], advice: AS_PDF },
  ofd: { name: 'OFD 版式文件', extensions: ['ofd'] },
  doc: { name: 'Word 97–2003 文档（doc）', extensions: ['doc', 'dot', 'wps'] },
  'xml-document': { name: 'Word 的 XML 文档', extensions: ['xml', 'doc'], advice: AS_DOCX },
  mhtml: { name: '邮件或单文件网页', extensions: ['eml', 'mht', 'mhtml', 'doc', 'xls'] },
  ole: { name: '旧版 Office 文件', extensions: [], advice: AS_PDF },
  'encrypted-office': { name: '加了密码的 Office 文件', extensions: [], advice: '请先取消密码再读' },
  picture: { name: '图片（PNG、JPEG、TIFF）', extensions: ['png', 'jpg', 'jpeg', 'tif', 'tiff'], isOnlyNamed: true },
  image: { name: '图片', extensions: ['gif', 'bmp', 'webp'], advice: '请另存为 PNG、JPEG 或 TIFF 后再读' },
  zip: { name: '压缩包（zip）', extensions: ['zip'] },
  archive: {
    name: '压缩包',
    extensions: ['rar', '7z', 'gz', 'tgz', 'tar', 'bz2', 'xz', 'z01'],
    advice: '请先解压，再读里面的公开文本',
  },
  binary: {
    name: '不认识的二进制文件',
    extensions: [],
    advice: '能读的有 PDF、OFD、Word、Excel、WPS、OpenDocument、网页、文本和明算 JSON，请换成其中一种',
  },
};

/** The kinds of a file name's extension; none where the name tells nothing. */
export function kindsByName(source: string): readonly InputKind[] {
  const extension = extensionOf(source);
  if (!extension) return [];
  return (Object.keys(KINDS) as InputKind[]).filter((kind) => KINDS[kind].extensions.includes(extension));
}

/** `目录/Budget.PDF` → `pdf`; empty where there is none. */
export function extensionOf(source: string): string {
  return /[^./\\]\.([^./\\]+)$/.exec(source)?.[1]?.toLowerCase() ?? '';
}

/** Whether a folder, an archive or an e-mail is searched for files of a kind. */
export function isSought(kind: InputKind): boolean {
  return isReadable(kind) && !KINDS[kind].isOnlyNamed;
}

/** Whether files of a kind can be read; of the others `advice` says what to do. */
export function isReadable(kind: InputKind): boolean {
  return KINDS[kind].advice === undefined;
}
