/** Words that would be printed as they are and say nothing: what was left to be filled in, reasons that refer to another row. */
import { isQuantity } from '../../model/quantity.ts';
import { MEAN_SCORE } from '../../model/stated.ts';
import { unspaced } from '../../text/fold.ts';
import { OPEN, UNFILLED } from '../../text/placeholders.ts';
import type { Ledger } from '../ledger.ts';
import { type LedgerProblem, problem } from './problem.ts';

/** Texts still to be written, reasons that are none, purposes of items that nothing is spent on. */
export const textProblems = (ledger: Ledger): LedgerProblem[] => [
  ...textsOf(ledger).flatMap(([path, text]) => [...unfilled(path, text), ...tooLong(path, text)]),
  ...emptyReasons(ledger),
  ...emptyTexts(ledger),
  ...sameParagraphs(ledger),
  ...sayingNothing(ledger),
  ...emptyIndicators(ledger),
  ...unusedPurposes(ledger),
];

function textsOf({ projects, overall, texts }: Ledger): readonly (readonly [path: string, text: string])[] {
  const { duties, reasons, purposes = {}, sections = {}, instead = {}, glossary = [] } = texts;
  const ofTargets = (path: string, all: Ledger['projects'][number]['indicators']) =>
    all.flatMap(({ level3, target }, i) => [
      [`${path}.indicators[${i}].level3`, level3] as const,
      [`${path}.indicators[${i}].target`, target] as const,
    ]);
  return [
    ...projects.flatMap(({ name, basis = '', goal = '', indicators }, p) => [
      [`projects[${p}].name`, name] as const,
      [`projects[${p}].basis`, basis] as const,
      [`projects[${p}].goal`, goal] as const,
      ...ofTargets(`projects[${p}]`, indicators),
    ]),
    ...(overall ? [['overall.goal', overall.goal ?? ''] as const, ...ofTargets('overall', overall.indicators)] : []),
    ...duties.map((text, i) => [`texts[duties][${i}]`, text] as const),
    ...Object.entries(reasons).map(([key, text]) => [reasonPath(key), text] as const),
    ...Object.entries(purposes).map(([item, text]) => [`purposes[${item}]`, text] as const),
    ...Object.entries({ ...sections, ...instead }).flatMap(([key, all]) =>
      all.map((text, i) => [`texts[${key}][${i}]`, text] as const),
    ),
    ...glossary.map(({ term, text }) => [`glossary[${term}]`, text] as const),
  ];
}

const reasonPath = (key: string): string =>
  key.endsWith(':initial') ? `lastYear[${key.replace(/:initial$/, '')}].order` : `lastYear[${key}].reason`;

function unfilled(path: string, text: string): LedgerProblem[] {
  const [found] = text.match(OPEN) ?? text.match(UNFILLED) ?? [];
  return found === undefined ? [] : [problem('text-unfilled', path, `“${found}”是等着填写的地方：请写实际内容。`)];
}

/** So many letters a cell of a workbook holds. */
const MOST = 32_767;

const tooLong = (path: string, text: string): LedgerProblem[] =>
  text.length > MOST
    ? [problem('text-too-long', path, `这里有 ${text.length} 个字，工作簿的一格最多 ${MOST} 个字：请改短。`)]
    : [];

/** 同上, 无, /, 12.5%: they would stand behind 主要原因是. */
const NO_REASON = /^(?:同上|同前|见上|详?见附[件表].{0,6}|略|无|没有|[-/—–\\]+|[\d.,%]+)[。.]?$/;

function emptyReasons({ texts: { reasons } }: Ledger): LedgerProblem[] {
  return Object.entries(reasons).flatMap(([key, text]) => {
    if (!isQuantity(key.replace(/:initial$/, '')) || !NO_REASON.test(text.trim())) return [];
    const message = `原因写的是“${text.trim()}”，会照样印在“主要原因是”后面：请写明原因，没有变化的清空。`;
    return [problem('reason-empty', reasonPath(key), message)];
  });
}

/** Purposes, terms and paragraphs that say nothing: 同上, 略, a bare number; that there is nothing may be all there is to say. */
function emptyTexts({ texts: { duties, purposes = {}, sections = {}, instead = {}, glossary = [] } }: Ledger) {
  const all: readonly (readonly [path: string, text: string])[] = [
    ...duties.map((text, i) => [`texts[duties][${i}]`, text] as const),
    ...Object.entries(purposes).map(([item, text]) => [`purposes[${item}].text`, text] as const),
    ...Object.entries({ ...sections, ...instead }).flatMap(([key, own]) =>
      own.map((text, i) => [`texts[${key}][${i}]`, text] as const),
    ),
    ...glossary.map(({ term, text }) => [`glossary[${term}]`, text] as const),
  ];
  return all.flatMap(([path, text]): LedgerProblem[] => {
    const plain = text.trim();
    if (!NO_REASON.test(plain) || /^(?:无|没有)/.test(plain) || path === `texts[${MEAN_SCORE}][0]`) return [];
    return [problem('text-empty', path, `这里写的是“${plain}”，会照样印出来：请写明实际内容。`)];
  });
}

/** What an indicator is described by or rests on, where that is 同上 or nothing. */
function emptyIndicators({ projects, overall }: Ledger): LedgerProblem[] {
  const of = (indicators: Ledger['projects'][number]['indicators'], path: string) =>
    indicators.flatMap(({ level3, description, basis }, i) =>
      (
        [
          ['description', '指标描述', description],
          ['basis', '确定依据', basis],
        ] as const
      ).flatMap(([field, name, text = '']) =>
        NO_REASON.test(text.trim())
          ? [
              problem(
                'indicator-text-empty',
                `${path}[${i}].${field}`,
                `指标“${level3}”的${name}写的是“${text.trim()}”，会照样印出来：请写明实际内容，没有的清空。`,
              ),
            ]
          : [],
      ),
    );
  return [
    ...projects.flatMap(({ indicators }, p) => of(indicators, `projects[${p}].indicators`)),
    ...of(overall?.indicators ?? [], 'overall.indicators'),
  ];
}

/** A term explained by itself, a project whose goal is what it rests on: the one was written in the place of the other. */
function sayingNothing({ texts: { glossary = [] }, projects }: Ledger): LedgerProblem[] {
  const unclosed = (text: string) => unspaced(text).replace(/[。.：:]$/, '');
  return [
    ...glossary.flatMap(({ term, text }) =>
      unclosed(term) === unclosed(text)
        ? [problem('text-empty', `glossary[${term}]`, `“${term}”的解释只是重复了名词：请写明它指什么。`)]
        : [],
    ),
    ...projects.flatMap(({ name, basis = '', goal = '' }, i) =>
      basis !== '' && unclosed(basis) === unclosed(goal)
        ? [
            problem(
              'basis-is-goal',
              `projects[${i}].basis`,
              `项目“${name}”的立项依据和绩效目标是同一句话：依据写文件或规定，目标写要做成什么，请核对。`,
            ),
          ]
        : [],
    ),
  ];
}

/** A paragraph of a section that stands in it twice. */
function sameParagraphs({ texts: { duties, sections = {} } }: Ledger): LedgerProblem[] {
  return Object.entries({ duties, ...sections }).flatMap(([key, all]) =>
    all.flatMap((text, i) => {
      if (all.indexOf(text) === i) return [];
      return [problem('text-twice', `texts[${key}][${i}]`, '这一段前面已经写过，会印两次：请删去一行。')];
    }),
  );
}

function unusedPurposes({ texts: { purposes = {} }, basic, projects, other, left }: Ledger): LedgerProblem[] {
  const lines = [...basic, ...projects.flatMap((project) => project.lines), ...other, ...left];
  const items = new Set(lines.map(({ item }) => item));
  return Object.keys(purposes).flatMap((item) => {
    if (items.size === 0 || items.has(item)) return [];
    const message = `没有一笔支出列在科目 ${item}，它的用途不会印出来：请核对科目编码，或删去这一行。`;
    return [problem('purpose-unused', `purposes[${item}]`, message)];
  });
}
