/**
 * What the form calls the things that the ledger keeps by id, and back: figures of last year, counts, areas, texts. The names
 * are the field's; the ids never stand on the form.
 */
import { lookup } from '../classification/index.ts';
import type { FormId } from '../disclosure.ts';
import { sameQuantity } from '../explain/last-year.ts';
import { quantityName } from '../explain/names.ts';
import { countsNeeded, type Needs, needsOf } from '../explain/needs.ts';
import { TABLE_QUANTITIES } from '../figures/index.ts';
import { formById } from '../forms/index.ts';
import type { Jurisdictions } from '../jurisdictions/jurisdictions.ts';
import { derived } from '../memo.ts';
import { addressOf, isTableTotal, itemOf, listed, listedUnder, partNamed, thingOf } from '../model/quantity.ts';
import { STATED_AMOUNTS, STATED_COUNTS } from '../model/stated.ts';
import { squeeze } from '../text/fold.ts';
import { FUND_IDS } from '../vocabulary/index.ts';
import { AREAS } from './areas.ts';
import type { LabelOf } from './sheets.ts';

/** Names of one kind of thing: `of` gives the name of an id, `from` the id of a name. */
export interface Names {
  /** Those to pick from; of open sets (codes, projects) more are understood. */
  readonly all: readonly string[];
  readonly of: (id: string) => string;
  readonly from: (name: string) => string | undefined;
}

export type Labels = Readonly<Record<LabelOf, Names>>;

const PROJECT = 'expenditure[total].project';

/** All names of a form; `names` are those of codes that the unit has added itself. */
export function labelsOf(
  jurisdictions: Jurisdictions,
  year: number | undefined,
  names: Readonly<Record<string, string>> = {},
): Labels {
  const { quantity, ...standing } = standingNames(jurisdictions);
  return { quantity: withItems(quantity, year, names), ...standing, area: AREA_NAMES };
}

/** Names that are the same for every ledger, made once for a set of jurisdictions. */
interface Standing {
  readonly quantity: Names;
  readonly count: Names;
  readonly amount: Names;
  readonly text: Names;
  readonly template: Names;
}

const standingNames = derived((jurisdictions: Jurisdictions): Standing => {
  const needs = jurisdictions.templates.flatMap((template) => needsOf(template, jurisdictions) ?? []);
  return {
    quantity: quantityNames(jurisdictions, needs),
    count: countNames(jurisdictions, needs),
    amount: table(Object.entries(STATED_AMOUNTS)),
    text: textNames(needs),
    template: table(jurisdictions.templates.map(({ id, name }) => [id, name] as const)),
  };
});

/** Several ids may share a name: the first is what the name means. */
function table(pairs: readonly (readonly [id: string, name: string])[]): Names {
  const byId = new Map(pairs);
  const byName = new Map([...pairs].reverse().map(([id, name]) => [squeeze(name), id]));
  return {
    all: [...new Set(byId.values())],
    of: (id) => byId.get(id) ?? id,
    from: (name) => byName.get(squeeze(name)),
  };
}

function quantityNames(jurisdictions: Jurisdictions, needs: readonly Needs[]): Names {
  const asked = new Set([
    ...needs.flatMap(({ last, initial, reasons }) => [...last, ...initial, ...[...reasons].map(withoutAspect)]),
    ...TABLE_QUANTITIES,
  ]);
  // Of several names of one sum the table's own 合计 is the one that is kept.
  const ids = [...asked].filter((id) => id !== '').sort((a, b) => Number(isTableTotal(b)) - Number(isTableTotal(a)));
  return table(distinct(ids, (id) => quantityName({ jurisdictions }, id)));
}

/** The tables whose rows are items, sections and classes: an item is one sum in all of them, a class another in each. */
const CODED_FORMS = ['expenditure', ...FUND_IDS] as readonly FormId[];
const USUAL_FORM = 'general-public';

/** With the names of items and classes, by their codes, and of projects. */
function withItems(own: Names, year: number | undefined, names: Readonly<Record<string, string>>): Names {
  return {
    all: own.all,
    of: (id) => {
      const project = listed(id);
      if (project?.whole === PROJECT) return `项目：${project.name}`;
      const code = itemOf(id);
      const form = addressOf(id)?.form;
      if (code === undefined || !CODED_FORMS.some((each) => each === form)) return own.of(id);
      const name = `${code} ${names[code] ?? lookup('function', code, year)?.name ?? ''}`.trim();
      return code.length === 7 || form === USUAL_FORM ? name : `${name}（${formById(form!).name}）`;
    },
    from: (name) => {
      const project = /^项目[：:](.+)$/.exec(name.trim())?.[1];
      if (project) return listedUnder(PROJECT, project);
      const code = /^\d{3,7}/.exec(squeeze(name))?.[0];
      if (code === undefined) return own.from(name);
      if (code.length === 7) return `expenditure[${code}].total`;
      const form = CODED_FORMS.find((each) => squeeze(name).endsWith(squeeze(`（${formById(each).name}）`)));
      return code.length === 3 || code.length === 5 ? `${form ?? USUAL_FORM}[${code}].total` : undefined;
    },
  };
}

const AREA_NAMES = table(AREAS.map(({ id, name }) => [id, name] as const));

const withoutAspect = (key: string) => key.replace(/:initial$/, '');

/** A name that another quantity bears already is told apart by its table. */
function distinct(
  ids: readonly string[],
  nameOf: (id: string) => string,
): readonly (readonly [id: string, name: string])[] {
  const taken = new Map<string, string>();
  return ids.map((id) => {
    const name = nameOf(id);
    const holder = taken.get(name);
    if (holder === undefined || sameQuantity(holder, id)) {
      taken.set(name, holder ?? id);
      return [id, name] as const;
    }
    const form = addressOf(id)?.form;
    return [id, form ? `${name}（${formById(form).name}）` : `${name}（${id}）`] as const;
  });
}

const COUNTED: Readonly<Record<string, string>> = {
  vehicles: '现有车辆',
  'vehicles-purchase': '今年购置车辆',
  equipment: '现有单价100万元（含）以上设备（台、套）',
  'equipment-purchase': '今年购置单价100万元（含）以上设备（台、套）',
};

function countNames(jurisdictions: Jurisdictions, needs: readonly Needs[]): Names {
  const ids = [...new Set([...needs.flatMap(countsNeeded), ...STANDING_COUNTS, ...Object.keys(STATED_COUNTS)])];
  return table(
    ids.map((id) => {
      const [thing, use] = [thingOf(id), partNamed(id)];
      const known = STATED_COUNTS[id] ?? COUNTED[thing];
      if (known === undefined) return [id, quantityName({ jurisdictions }, id)] as const;
      if (!thing.startsWith('vehicles')) return [id, known] as const;
      return [id, use === 'total' ? `${known}合计（辆）` : `${known}：${use}（辆）`] as const;
    }),
  );
}

const STANDING_COUNTS = [
  'equipment[large]',
  'vehicles[total]',
  'vehicles-purchase[total]',
  'equipment-purchase[large]',
];

/** Texts by what a person is asked for; a section by its title, whatever agency, year and level stand in it. */
function textNames(needs: readonly Needs[]): Names {
  const texts = needs.flatMap((each) => each.texts);
  const pairs = texts.flatMap(({ key, ask }) =>
    ['单位', '部门'].map((level) => [key, ask.replaceAll('{level}', level)] as const),
  );
  const byId = new Map(pairs);
  const byName = new Map([...pairs].reverse().map(([id, name]) => [squeeze(name), id]));
  const titles = [...new Set(needs.flatMap(({ sections }) => sections))].map(titlePattern);
  return {
    all: [...new Set(byId.values())],
    of: (id) => byId.get(id) ?? id,
    from: (name) => {
      const known = byName.get(squeeze(name));
      if (known !== undefined) return known;
      return titles.some((title) => title.test(squeeze(name))) ? name.trim() : undefined;
    },
  };
}

function titlePattern(title: string): RegExp {
  const parts = title.split(/\{[a-z]+\}/).map((part) => squeeze(part).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
