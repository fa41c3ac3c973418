/**
 * Bytes of a text file → text. A byte order mark decides; else valid UTF-8 without NUL is UTF-8; else the encoding whose
 * decoding reads most like Chinese official text. (GB18030 and UTF-16 decode almost anything, so validity says little.)
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  /** How many characters could not be decoded; each stands as U+FFFD. */
  readonly undecodable: number;
}

const SAMPLE = 65_536;
const CANDIDATES: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'];
/** Below this a decoding is no text in any language. */
const LEAST_PLAUSIBLE = 0.35;

/** The hanzi that budget documents are full of; a wrong decoding hardly meets them. */
const COMMON = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严预财款拨费购贴缴账审批绩益额项目',
);

/** @returns undefined where no encoding gives text: the bytes are something else. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = byteOrderMark(bytes);
  if (marked) return decode(bytes, marked);
  const nul = bytes.subarray(0, SAMPLE).includes(0);
  const utf8 = nul ? undefined : decodeUtf8(bytes);
  if (utf8) return utf8;
  const best = mostPlausible(bytes.subarray(0, SAMPLE));
  return best && decode(bytes, best);
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030';
  return undefined;
}

/** Undefined where the bytes are no UTF-8. A U+FFFD in it is the author's own. */
function decodeUtf8(bytes: Uint8Array): DecodedText | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8', undecodable: countOf(text, '\ufffd') };
  } catch {
    return undefined;
  }
}

function mostPlausible(sample: Uint8Array): Encoding | undefined {
  let best: Encoding | undefined;
  let bestScore = LEAST_PLAUSIBLE;
  for (const encoding of CANDIDATES) {
    const score = plausibility(new TextDecoder(encoding).decode(sample));
    if (score <= bestScore) continue;
    best = encoding;
    bestScore = score;
  }
  return best;
}

/** How much `text` reads like a Chinese document: 1 is all common hanzi, digits and punctuation; junk is below zero. */
export function plausibility(text: string): number {
  if (text.length === 0) return 0;
  let score = 0;
  let length = 0;
  for (const character of text) {
    score += weight(character);
    length += 1;
  }
  return score / length;
}

function weight(character: string): number {
  const code = character.codePointAt(0) as number;
  if (code >= 0x4e00 && code <= 0x9fff) return COMMON.has(character) ? 1 : 0.2;
  if (code === 9 || code === 10 || code === 12 || code === 13 || (code >= 0x20 && code < 0x7f)) return 0.9;
  const isChinesePunctuation =
    (code >= 0x3000 && code <= 0x303f) || (code >= 0xff01 && code <= 0xff65) || (code >= 0x2010 && code <= 0x2030);
  if (isChinesePunctuation) return 1;
  const isJunk = code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff);
  return isJunk ? -8 : 0;
}

function decode(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, undecodable: countOf(text, '\ufffd') };
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
