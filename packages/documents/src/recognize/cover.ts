/** The cover: lines that say whose document it is, of which year and stage, and nothing else. They are no text. */
import { regionChain } from '@mingsuan/core/classification/index';
import type { Agency, Region } from '@mingsuan/core/disclosure';
import { squeeze } from '@mingsuan/core/text/fold';
import type { Paragraph } from '../layout.ts';

interface Identity {
  readonly agency: Agency;
  readonly region?: Region | undefined;
  readonly year?: number;
}

/** More lines than a cover has. */
const LONGEST = 6;

const LEVEL_AND_STAGE = /^[省市区县本]?级?(?:部门|单位)?(?:综合)?(?:预算|决算)?(?:信息)?(?:公开)?(?:文本|报告)?$/;
const KEEPER = /^(?:预算|编制|公开)?(?:主管)?(?:部门|单位)(?:名称)?:/;

/**
 * Takes the cover off the front of the text. Lines that say anything else than agency, year and stage, or something else of
 * them, are text, and so are those beside them: `isHeading` ends the front.
 */
export function withoutCover(
  paragraphs: readonly Paragraph[],
  identity: Identity,
  isHeading: (text: string) => boolean,
): readonly Paragraph[] {
  const whole = wordsRejoined(paragraphs, identity);
  if (whole !== paragraphs) return withoutCover(whole, identity, isHeading);
  const end = paragraphs.findIndex(({ text }) => isHeading(text.trim()) || !isCoverLine(text, identity));
  const lines = paragraphs.slice(0, end < 0 ? undefined : end);
  const next = paragraphs[lines.length];
  if (lines.length > LONGEST || (next && !isHeading(next.text.trim()) && squeeze(next.text).length <= 30))
    return paragraphs;
  return paragraphs.slice(lines.length);
}

/** Large type breaks a title within a word, …部门预 | 算: two lines that are none of the cover's are one that is. */
function wordsRejoined(paragraphs: readonly Paragraph[], identity: Identity): readonly Paragraph[] {
  const at = paragraphs.slice(0, LONGEST).findIndex(({ text }, i) => {
    const next = paragraphs[i + 1]?.text;
    return (
      next !== undefined &&
      !isCoverLine(text, identity) &&
      !isCoverLine(next, identity) &&
      isCoverLine(text + next, identity)
    );
  });
  if (at < 0) return paragraphs;
  const [line, rest] = [paragraphs[at]!, paragraphs[at + 1]!];
  return paragraphs.toSpliced(at, 2, { ...line, text: line.text + rest.text });
}

function isCoverLine(text: string, { agency, region, year }: Identity): boolean {
  let rest = squeeze(text).replace(KEEPER, '');
  const regions = region ? regionChain(region.code, year).map(({ name }) => name) : [];
  for (const known of [
    `${agency.code ?? ''}${agency.name}`,
    agency.name,
    region?.name,
    ...regions,
    year && `${year}年`,
  ])
    if (known) rest = rest.replace(squeeze(known), '');
  return LEVEL_AND_STAGE.test(rest.replace(/^度/, ''));
}
