/** The `sections` and `phrases` of a file of own rules, as rules over a disclosure. */
import type { Disclosure } from '../disclosure.ts';
import type { Evidence, Severity } from '../finding.ts';
import type { Basis } from '../rules/basis.ts';
import type { DocumentContext } from '../rules/context.ts';
import type { ReadRule } from '../rules/rule.ts';
import { EVERYWHERE } from '../rules/scope.ts';
import { lineAt, quote, textFinding } from '../rules/text/passages.ts';
import type { Faults, Path } from '../user-file/faults.ts';
import { type Fields, fieldsOf, isFields, listOf, plainText, severityOf, textOf } from '../user-file/fields.ts';
import { OWN_BASIS, OWN_GROUP } from './equations.ts';
import type { Ids } from './ids.ts';
import { hasSection, hitsIn, type Needle, needleOfPattern, needleOfText } from './needle.ts';

type Kind = 'section' | 'forbidden' | 'required';

const COMMON = ['id', 'message', 'basis', 'severity'];
const NAMES: Readonly<Record<Kind, readonly string[]>> = {
  section: ['title', ...COMMON],
  forbidden: ['text', 'pattern', ...COMMON],
  required: ['text', 'pattern', ...COMMON],
};

/** The rules that `sections` of a file of own rules ask for: which sections must be there. */
export function sectionsOf(value: unknown, path: Path, ids: Ids, faults: Faults): readonly ReadRule[] {
  const fields = fieldsOf(value, path, ['required'], faults);
  return rulesOf('section', fields?.required, [...path, 'required'], ids, faults);
}

/** The rules that `phrases` of a file of own rules ask for: words that must, or must not, be there. */
export function phrasesOf(value: unknown, path: Path, ids: Ids, faults: Faults): readonly ReadRule[] {
  const fields = fieldsOf(value, path, ['forbidden', 'required'], faults);
  return (['forbidden', 'required'] as const).flatMap((kind) =>
    rulesOf(kind, fields?.[kind], [...path, kind], ids, faults),
  );
}

function rulesOf(kind: Kind, value: unknown, path: Path, ids: Ids, faults: Faults): readonly ReadRule[] {
  return listOf(value, path, faults).flatMap((item, i) => ruleOf(kind, item, [...path, i], ids, faults) ?? []);
}

/** An item is the words themselves, or fields with more to say. */
function ruleOf(kind: Kind, item: unknown, path: Path, ids: Ids, faults: Faults): ReadRule | undefined {
  const main = kind === 'section' ? 'title' : 'text';
  if (!isFields(item)) {
    const text = plainText(item, path, '这一项', faults);
    if (text === undefined || !ids.claimMade(`${kind}-${text}`, path)) return undefined;
    return makeRule(
      kind,
      { id: `${kind}-${text}`, severity: 'warning', basis: [{ document: OWN_BASIS }] },
      needleOfText(text),
    );
  }
  const fields = fieldsOf(item, path, NAMES[kind], faults)!;
  const needle = needleOf(fields, main, path, faults);
  const severity =
    fields.severity === undefined ? 'warning' : severityOf(fields.severity, [...path, 'severity'], faults);
  const message = textOf(fields, 'message', path, faults);
  const basis = [{ document: textOf(fields, 'basis', path, faults) ?? OWN_BASIS }];
  const given = textOf(fields, 'id', path, faults);
  if (!needle || !severity) return undefined;
  const id = given ?? `${kind}-${needle.words}`;
  const isFree = given === undefined ? ids.claimMade(id, path) : ids.claim(id, [...path, 'id']);
  return isFree ? makeRule(kind, { id, severity, basis, ...(message ? { message } : {}) }, needle) : undefined;
}

function needleOf(fields: Fields, main: string, path: Path, faults: Faults): Needle | undefined {
  if (fields[main] !== undefined && fields.pattern !== undefined && main === 'text')
    return faults.at([...path, 'pattern'], '“text”和“pattern”只能写一个，请删去一个。', 'name');
  if (main === 'text' && fields.pattern !== undefined) {
    const pattern = textOf(fields, 'pattern', path, faults);
    return pattern === undefined ? undefined : needleOfPattern(pattern, [...path, 'pattern'], faults);
  }
  if (fields[main] === undefined) {
    const choice = main === 'title' ? '“title”' : '“text”（文字）或“pattern”（正则表达式）';
    return faults.at(path, `缺少${choice}，请写明要找的内容。`);
  }
  const text = textOf(fields, main, path, faults);
  return text === undefined ? undefined : needleOfText(text);
}

interface RuleTexts {
  readonly id: string;
  readonly severity: Severity;
  readonly basis: readonly Basis[];
  readonly message?: string;
}

const SAY: Readonly<Record<Kind, (words: string) => readonly [title: string, check: string]>> = {
  section: (words) => [`须有“${words}”一节`, `情况说明的标题中应有“${words}”。`],
  forbidden: (words) => [`不应出现“${words}”`, `情况说明中不应出现“${words}”，每段报告一次。`],
  required: (words) => [`须写明“${words}”`, `情况说明中应出现“${words}”。`],
};

function makeRule(kind: Kind, { message, ...said }: RuleTexts, needle: Needle): ReadRule {
  const [title, check] = SAY[kind](needle.words);
  const add = message === undefined ? '' : `：${message}`;
  const rule: ReadRule = {
    phase: 'read',
    ...said,
    scope: EVERYWHERE,
    title,
    check,
    group: OWN_GROUP,
    sure: '确定',
    run: (document) =>
      kind === 'forbidden'
        ? forbiddenIn(document.disclosure, needle).map(({ words, evidence }) =>
            textFinding(rule, document.disclosure, `不应出现“${words}”${add}`, evidence),
          )
        : isMissing(kind, document, needle)
          ? [textFinding(rule, document.disclosure, `${MISSING[kind](needle.words)}${add}`, [])]
          : [],
  };
  return rule;
}

const MISSING = {
  section: (words: string) => `情况说明中没有标题含“${words}”的一节`,
  required: (words: string) => `情况说明中没有写“${words}”`,
};

/** A page that could not be read may hold it. */
function isMissing(kind: 'section' | 'required', { disclosure, problems }: DocumentContext, needle: Needle) {
  if (problems.some(({ code }) => code === 'scanned-page')) return false;
  return kind === 'section' ? !hasSection(disclosure, needle) : hitsIn(disclosure, needle).length === 0;
}

/** What stands in each paragraph, told once. */
function forbiddenIn(disclosure: Disclosure, needle: Needle): readonly { words: string; evidence: Evidence[] }[] {
  return hitsIn(disclosure, needle).map(({ block, places }) => ({
    words: [...new Set(places.map(({ text }) => text))].join('”“'),
    evidence: places.map(({ index, text }) => ({
      text: quote(block.text, index, index + text.length),
      origin: lineAt(block, index),
    })),
  }));
}
