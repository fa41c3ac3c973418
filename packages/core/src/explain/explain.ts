/**
 * Writes the explanation (情况说明) of a disclosure: its template's plan, filled with the figures of the statements and last
 * year's, and with what a person gave as texts. Where a person must write, a placeholder stands and a problem says so.
 */
import type { ExplanationSection, Problem } from '../disclosure.ts';
import { bundled } from '../jurisdictions/bundled.ts';
import { jurisdictionOf } from '../jurisdictions/jurisdictions.ts';
import { countedIn } from '../jurisdictions/profile-file.ts';
import type { LedgerTexts, Project } from '../ledger/ledger.ts';
import { projectLabel } from '../ledger/projects.ts';
import { numberMark } from '../text/numbering.ts';
import { numeral } from '../text/numerals.ts';
import type { WrittenFigure } from '../words/write.ts';
import { toldCounts } from './counts.ts';
import { glossaryOf, type KnownTerm } from './glossary.ts';
import type { ExplainInput, Paragraph } from './input.ts';
import { goesWithoutAsking } from './last-year.ts';
import { needsOf } from './needs.ts';
import type { ParagraphPlan, PartPlan, SectionPlan } from './plan.ts';
import { withRecords } from './records.ts';
import { placeholder, sentencesOf, type Writer, writerOf } from './writer.ts';

/** A figure as it stands in the explanation, by section and paragraph. */
export interface ExplainedFigure extends WrittenFigure {
  readonly section: number;
  readonly paragraph: number;
}

export interface Explanation {
  readonly sections: readonly ExplanationSection[];
  /** What a person has still to write, and where. */
  readonly problems: readonly Problem[];
  /** All figures written, in the order of the text. */
  readonly figures: readonly ExplainedFigure[];
}

/**
 * The explanation of a disclosure by its template's plan; without a plan or a year, no sections and a problem that
 * says why.
 */
export function explain(given: ExplainInput): Explanation {
  const { template, jurisdictions = bundled() } = given;
  const { year, stage } = given.disclosure;
  const place = jurisdictionOf(template, jurisdictions);
  const plan = place?.scope.plans.get(template.explanation ?? '');
  if (!place || !plan || year === undefined) return { sections: [], problems: [unplanned(given)], figures: [] };
  const needs = needsOf(template, jurisdictions);
  const counts = toldCounts(given.counts, needs?.quantities ?? new Set());
  const asked = new Map(needs?.texts.map(({ key, ask }) => [key, ask] as const));
  const input = { ...given, disclosure: withRecords(given.disclosure, given.ledger), counts, jurisdictions };
  const countedOn = countedIn(place.counted, stage, year) ?? LAST_DAY;
  const writer = writerOf({ ...input, plan, year, sentences: place.sentences, countedOn });
  const drafts = plan.parts.flatMap((part) => draftPart(part, input, writer));
  const text = drafts.map(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.text).join('')).join('');
  const explained = assemble(drafts.map((draft) => withGlossary(draft, text, place.terms, input.texts)));
  return { ...explained, problems: [...explained.problems, ...withoutPlace(input.texts, drafts, asked)] };
}

/** Texts that are to stand in the place of what the explanation does not have. */
function withoutPlace(
  { instead = {} }: LedgerTexts,
  drafts: readonly Draft[],
  asked: ReadonlyMap<string, string>,
): readonly Problem[] {
  return Object.keys(instead).flatMap((key) => {
    const [, title = key, paragraph, sentence] = /^(.*)#(\d+)(?:\.(\d+))?$/s.exec(key) ?? [];
    const own = drafts.find((draft) => draft.title === title)?.paragraphs;
    const at = paragraph === undefined ? undefined : own?.[Number(paragraph) - 1];
    const isThere = at && (sentence === undefined || sentencesOf(at.text).length >= Number(sentence));
    if (own && (paragraph === undefined || isThere)) return [];
    const which = `${paragraph === undefined ? '' : `第 ${paragraph} 段`}${sentence === undefined ? '' : `第 ${sentence} 句`}`;
    const message = `情况说明里没有“${inner(asked.get(title) ?? title)}”${which}，代替它的文字没有用上：请核对标题、第几段、第几句。`;
    return [{ code: 'text-without-place', message, path: `texts[${key}]` }];
  });
}

/** Where a place's profile says nothing else, things are counted at the end of the year. */
const LAST_DAY = '12月31日';

const unplanned = ({ template, disclosure }: ExplainInput): Problem => ({
  code: 'explanation-unplanned',
  message:
    disclosure.year === undefined
      ? '没有预算年度，不能写情况说明，请先填写年度。'
      : `没有模板“${template.name}”的情况说明写法，请换用已有的模板。`,
});

interface Draft {
  readonly number?: string | undefined;
  readonly title: string;
  readonly part?: string | undefined;
  readonly paragraphs: readonly Paragraph[];
  readonly glossary?: Extract<ParagraphPlan, { glossary: unknown }> | undefined;
}

function draftPart(part: PartPlan, input: ExplainInput, writer: Writer): readonly Draft[] {
  if (!writer.tells(part.when)) return [];
  const projects = input.ledger?.projects ?? [];
  const names = part.each ? described(projects).map((project) => projectLabel(project, projects)) : [undefined];
  return names.flatMap((name) => {
    const title = writer.title(part.title, name);
    const head = draftSection(part, part.number, title, title, writer, name);
    const told = (part.sections ?? []).filter(({ when }) => writer.tells(when));
    const sections = told.map((section, i) =>
      draftSection(section, numeral(i + 1), writer.title(section.title, name), title, writer, name),
    );
    return [head, ...sections];
  });
}

/** Projects that have something to be told of. */
const described = (projects: readonly Project[]) => projects.filter(({ basis, goal }) => basis || goal);

function draftSection(
  section: SectionPlan,
  number: string | undefined,
  title: string,
  part: string,
  writer: Writer,
  name: string | undefined,
): Draft {
  return {
    number,
    title,
    part,
    paragraphs: [
      ...writer.instead(
        title,
        askedOnce(section.paragraphs.flatMap((paragraph) => writer.paragraphs(paragraph, name))),
      ),
      ...writer.added(title),
    ],
    glossary: section.paragraphs.find((paragraph) => 'glossary' in paragraph),
  };
}

/** A paragraph that only asks for what another one of the section asks for says nothing more. */
const askedOnce = (paragraphs: readonly Paragraph[]): readonly Paragraph[] =>
  paragraphs.filter(
    ({ text }, i) => !/^【请填写：[^】]*】$/.test(text) || paragraphs.findIndex((other) => other.text === text) === i,
  );

function withGlossary(draft: Draft, text: string, known: readonly KnownTerm[], texts: LedgerTexts): Draft {
  const { glossary } = draft;
  if (!glossary) return draft;
  const terms = glossaryOf(text, known, texts.glossary ?? []);
  const paragraphs = terms.map(({ term, text: meaning }, i) => ({
    text: `${numberMark(glossary.glossary, i + 1)}${term}：${meaning}`,
    figures: [],
    asked: [],
  }));
  return { ...draft, paragraphs: [...draft.paragraphs, ...paragraphs] };
}

/** Quotation marks within quotation marks. */
const inner = (text: string) => text.replaceAll('“', '‘').replaceAll('”', '’');

function assemble(drafts: readonly Draft[]): Explanation {
  const sections = drafts.map(
    ({ number, title, part, paragraphs }): ExplanationSection => ({
      ...(number ? { number } : {}),
      title,
      ...(part ? { part } : {}),
      text: paragraphs.map(({ text }) => text).join('\n'),
      paragraphs: paragraphs.map(({ text }) => ({ text, origin: {} })),
      origin: {},
    }),
  );
  // What several sections lack is asked for once.
  const told = new Set<string>();
  const lasts = drafts.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ asked }) => asked.flatMap(({ last = [] }) => last)),
  );
  const problems = drafts.flatMap(({ title, paragraphs }) =>
    paragraphs.flatMap(({ asked }) =>
      asked.flatMap(({ what, path, last }) => {
        if (told.has(what) || (last && goesWithoutAsking(last, lasts))) return [];
        told.add(what);
        const message = `情况说明“${inner(title)}”中缺少${inner(what)}，请在台账中填写，或直接改写文中的“【请填写：…】”。`;
        return [{ code: 'explanation-incomplete', message, asks: placeholder(what), ...(path ? { path } : {}) }];
      }),
    ),
  );
  const figures = drafts.flatMap(({ paragraphs }, section) =>
    paragraphs.flatMap(({ figures: written }, paragraph) => written.map((f) => ({ ...f, section, paragraph }))),
  );
  return { sections, problems, figures };
}
