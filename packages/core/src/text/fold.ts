/**
 * How printed text is brought to one shape so that it can be compared. Every folding of width, space, quotes and brackets is
 * here and has a name; a place that needs another one adds it here. None of them changes a digit or loses one.
 */

/** White space as people and fonts write it; `\s` knows the ideographic and the no-break space, not the zero-width one. */
const SPACE = /[\s\u200b]+/g;

/** Without any white space: Chinese text has none of its own, and wrapping and justification put it anywhere. */
export const unspaced = (text: string): string => text.replace(SPACE, '');

/** In one line: every run of white space is one space, and none stands at the ends. For text that people read. */
export const oneLine = (text: string): string => text.replace(SPACE, ' ').trim();

/** Half width, white space kept: where a number's spaces tell whether it is one. */
export const halfWidth = (text: string): string => text.normalize('NFKC');

/** Half width and without white space: `９５ ％` → `95%`, `（一）` → `(一)`. Ligatures and compatibility forms are taken apart (NFKC). */
export const foldWidth = (text: string): string => unspaced(halfWidth(text));

/** As `foldWidth`, and without quotation marks and title marks: names that are quoted here and not there. */
export const unquoted = (text: string): string => foldWidth(text).replace(/[“”"„‟'‘’「」『』《》]/g, '');

/** Half width and lower case, white space kept: texts as they are searched. */
export const foldCase = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What `squeeze` changes; most cells have none of it. */
const FOLDED = /[\s\u200b（﹙）﹚０-９“”"„‟＂「」『』：]/;

/** A label as compared: half-width brackets, digits and colons, every kind of quotation mark `"`, no white space. */
export function squeeze(text: string): string {
  if (!FOLDED.test(text)) return text;
  return unspaced(text)
    .replace(/[（﹙]/g, '(')
    .replace(/[）﹚]/g, ')')
    .replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
    .replace(/[“”"„‟＂「」『』]/g, '"')
    .replace(/：/g, ':');
}

/** What `plainText` changes. */
const UNPLAIN = /[０-９．％\s\u200b(﹙)﹚,:;]/;

/**
 * Sentences as patterns read them: half-width digits, full-width brackets and commas, no white space. A space between two figures
 * stays, unless it groups thousands (`4 279.86`), so that `IPv6 27.6` and `2021 100万元` keep two figures; a comma that groups them
 * stays as it is.
 */
export function plainText(text: string): string {
  if (!UNPLAIN.test(text)) return text;
  return fullBrackets(text)
    .replace(/[０-９．％]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(SPACE, ' ')
    .replace(/(?<=\d) (?=\d{3}(?:\D|$))/g, '')
    .replace(/(?<![\d.]) | (?!\d)/g, '')
    .replace(/(?<!\d),|,(?!\d{3}(?!\d))/g, '，')
    .replace(/:/g, '：')
    .replace(/;/g, '；');
}

/** A name with its brackets as Chinese prints them: 某局(本级) and 某局（本级） are one. */
export const fullBrackets = (name: string): string => name.replace(/[(﹙]/g, '（').replace(/[)﹚]/g, '）');

/** A noun of a sentence as compared: no quotes, title marks or listing commas, no spaces, brackets half-width. */
export function nounKey(text: string): string {
  return unspaced(text)
    .replace(/[“”"„‟＂「」『』、《》]/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')');
}

/** Text wrapped in a cell: spaces between Chinese characters come from wrapping, those around Latin words are meant. */
export function joinWrapped(text: string): string {
  return oneLine(text).replace(
    /(?<=[\u2e80-\u9fff，。；：、（）“”！？《》]) (?=[\u2e80-\u9fff，。；：、（）“”！？《》])/g,
    '',
  );
}

/** Quotation marks as they stand within others: what is quoted in a message may itself quote. */
export const innerQuotes = (text: string): string => text.replace(/[“"„]/g, '‘').replace(/[”‟]/g, '’');
