/** The words around the tables, filled in for one disclosure. */
import { regionPath } from '@mingsuan/core/classification/index';
import type { Disclosure } from '@mingsuan/core/disclosure';
import type { Jurisdictions } from '@mingsuan/core/jurisdictions/index';
import { kindOf } from '@mingsuan/core/model/document-kinds';
import type { MoneyUnit } from '@mingsuan/core/money';
import { chooseTemplate, type Template, type Wording } from '@mingsuan/core/templates/index';
import { isOwnOffice } from '@mingsuan/core/vocabulary/index';

export interface Words {
  /** Whose document it is, of which year and stage: how a department's contents name a unit's. */
  readonly title: string;
  readonly cover: readonly string[];
  readonly agency: string | undefined;
  readonly period: string | undefined;
  readonly unit: (unit: MoneyUnit) => string;
}

/** The words around tables for one disclosure; without a template, the national ones of its kind. */
export function wordsFor(disclosure: Disclosure, template: Template | undefined, jurisdictions: Jurisdictions): Words {
  const wording = template?.wording ?? nationalWording(disclosure, jurisdictions);
  const level = levelWord(disclosure, wording);
  const line = (pattern: string | undefined) => pattern && filled(pattern, disclosure, level);
  return {
    title: titleOf(disclosure, level),
    cover: wording.cover.flatMap((pattern) => line(pattern) || []),
    agency: line(wording.agency),
    period: line(wording.period),
    unit: (unit) => wording.unit.replace('{unit}', unit),
  };
}

/** The words of the whole country's template, for a document that is printed by none. */
function nationalWording({ year = 0, stage }: Disclosure, jurisdictions: Jurisdictions): Wording {
  return chooseTemplate(undefined, year, stage, jurisdictions)?.wording ?? PLAIN;
}

/** Where no jurisdiction serves the whole country. */
const PLAIN: Wording = { cover: ['{name}{year}年{level}预算'], agency: '{agency}', unit: '单位：{unit}' };

function titleOf({ agency, year, stage }: Disclosure, level: string): string {
  const kind = `${level}${kindOf(stage).name}`;
  return `${agency.name}${year ? `${year}年` : ''}${kind}`;
}

const LEVELS = { department: '部门', unit: '单位' } as const;
/** Some places publish what a department's own office spends as a 部门预算. */
const levelWord = ({ agency: { level, name } }: Disclosure, { officeLevel }: Wording): string =>
  (level === 'unit' && name && isOwnOffice(name) ? officeLevel : undefined) ?? LEVELS[level];

const TIERS = ['市', '区', '县'];

/** A line without the year it asks for is left out; region and tier may be unknown. */
function filled(pattern: string, { agency, region, year }: Disclosure, level: string): string | undefined {
  const last = region?.name.at(-1) ?? '';
  const values: Readonly<Record<string, string | undefined>> = {
    agency: agency.code && agency.name ? `${agency.code} ${agency.name}` : agency.name || undefined,
    name: agency.name || undefined,
    year: year?.toString(),
    region: region ? regionPath(region.code, year) || region.name : '',
    tier: TIERS.includes(last) ? `${last}级` : '',
    level,
    keeper: agency.level === 'department' ? '预算主管部门' : '预算单位',
  };
  let known = true;
  const text = pattern.replace(/\{(\w+)\}/g, (_, key: string) => {
    known &&= values[key] !== undefined;
    return values[key] ?? '';
  });
  return known ? text : undefined;
}
