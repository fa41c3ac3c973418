/** The texts that a person wrote into a published explanation, found by the headings of the place's plan. */
import type { Disclosure, ExplanationSection } from '../disclosure.ts';
import type { ParagraphPlan, Plan, SectionPlan } from '../explain/plan.ts';
import { squeeze } from '../text/fold.ts';
import { withoutNumbering } from '../text/numbering.ts';

interface WrittenTexts {
  readonly duties: readonly string[];
  readonly sections: Readonly<Record<string, readonly string[]>>;
}

/** Duties and the paragraphs by key; without a plan only duties, from the section that is titled so. */
export function writtenTexts(
  { explanation }: Disclosure,
  plan: Plan | undefined,
  projects: readonly string[],
): WrittenTexts {
  const sections: Record<string, readonly string[]> = {};
  for (const part of plan?.parts ?? []) {
    for (const section of [part, ...(part.sections ?? [])]) {
      const found = part.each
        ? projects.flatMap((name) => {
            const own = explanation.filter(
              (each) => isTitled(each.part ?? '', part.title, name) && isTitled(each.title, section.title, name),
            );
            return own.map((each) => ({ section: each, name }));
          })
        : explanation
            .filter(({ title }) => isTitled(title, section.title))
            .map((each) => ({ section: each, name: '' }));
      for (const { section: own, name } of found) take(section, own, name, sections);
    }
  }
  const { duties, ...others } = sections;
  return { duties: duties ?? dutiesByTitle(explanation), sections: others };
}

/** Whether a printed title is one of the plan, whatever agency, year and level stand in it. */
function isTitled(printed: string, title: string, name = ''): boolean {
  const parts = title.replaceAll('{name}', name).split(/\{[a-z]+\}/);
  const pattern = parts.map((part) => squeeze(part).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('.*');
  return (
    new RegExp(`^${pattern}$`).test(squeeze(withoutNumbering(printed))) ||
    new RegExp(`^${pattern}$`).test(squeeze(printed))
  );
}

/** Gives each text of a section's plan the paragraphs between its heading and the next. */
function take(
  { paragraphs: plans }: SectionPlan,
  { paragraphs }: ExplanationSection,
  name: string,
  into: Record<string, readonly string[]>,
): void {
  const headings = plans.flatMap((plan) => ('heading' in plan ? [plan.heading] : []));
  let heading: string | undefined;
  for (const plan of plans) {
    if ('heading' in plan) heading = plan.heading;
    if (!('write' in plan) || plan.write === 'procurement' || plan.write === 'organization') continue;
    const own = between(paragraphs, heading, headings);
    const key = plan.write.replaceAll('{name}', name);
    if (own.length > 0 && isWhole(plans, heading) && into[key] === undefined) into[key] = own;
  }
}

/** Only a text stands under its heading: sentences that the program writes are not taken for a person's. */
function isWhole(plans: readonly ParagraphPlan[], heading: string | undefined): boolean {
  let current: string | undefined;
  return plans.every((plan) => {
    if ('heading' in plan) current = plan.heading;
    return current !== heading || !('say' in plan);
  });
}

function between(
  paragraphs: readonly { readonly text: string }[],
  heading: string | undefined,
  headings: readonly string[],
): readonly string[] {
  const isHeading = (text: string, title: string) => sameHeading(text, title);
  const from = heading === undefined ? 0 : paragraphs.findIndex(({ text }) => isHeading(text, heading)) + 1;
  if (heading !== undefined && from === 0) return [];
  const rest = paragraphs.slice(from);
  const end = rest.findIndex(({ text }) => headings.some((title) => title !== heading && isHeading(text, title)));
  return (end < 0 ? rest : rest.slice(0, end)).map(({ text }) => text.trim()).filter((text) => text !== '');
}

function sameHeading(text: string, title: string): boolean {
  const fold = (each: string) => squeeze(withoutNumbering(each)).replace(/[：:。]$/, '');
  const pattern = fold(title.replaceAll('{level}', '@')).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${pattern.replaceAll('@', '(?:部门|单位)?')}$`).test(fold(text));
}

/** A paragraph that only leads over to others, or names a law, is no duty. */
const BOILERPLATE =
  /(?:预算法|信息公开(?:条例)?|有关(?:规定|要求)|现将).*(?:公开|说明|如下)|如下[：:]?$|^[^。；]{0,12}[：:]?$/;

function dutiesByTitle(explanation: readonly ExplanationSection[]): readonly string[] {
  const section = explanation.find(({ title, text }) => /职责|主要职能/.test(title) && text !== '');
  const texts = (section?.paragraphs ?? []).map(({ text }) => text.trim());
  const end = texts.findIndex((text) => /^(?:[（(]?[一二三四五\d]+[）)]?[、.．]?)?机构(?:设置|情况)/.test(text));
  return (end < 0 ? texts : texts.slice(0, end)).filter((text) => !BOILERPLATE.test(text));
}
