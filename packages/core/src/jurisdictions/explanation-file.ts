/** `explanation.yaml`: the plans of explanations, with the conditions and paragraphs that they share under a name. */
import { CONDITION_WORDS, isCondition } from '../explain/condition-words.ts';
import {
  type Condition,
  LISTS,
  type ParagraphPlan,
  type PartPlan,
  type Phrase,
  type Plan,
  type SectionPlan,
} from '../explain/plan.ts';
import { NUMBERINGS } from '../text/numbering.ts';
import type { Faults, Path } from '../user-file/faults.ts';
import {
  adviceFor,
  type Fields,
  fieldsOf,
  isFields,
  itemOf,
  listOf,
  neededText,
  oneOf,
  textOf,
} from '../user-file/fields.ts';
import { isKnownQuantity } from './quantities.ts';
import type { Sentences } from './sentences-file.ts';

/** What a file may name: its own, and those of the jurisdiction it goes on from. */
export interface PlanScope {
  readonly conditions: ReadonlyMap<string, readonly Condition[]>;
  readonly paragraphs: ReadonlyMap<string, readonly ParagraphPlan[]>;
  readonly plans: ReadonlyMap<string, Plan>;
}

export const NO_PLANS: PlanScope = { conditions: new Map(), paragraphs: new Map(), plans: new Map() };

/** The scope with the file's own conditions, paragraphs and plans. */
export function plansOf(data: unknown, base: PlanScope, sentences: Sentences, faults: Faults): PlanScope {
  return new Reader(base, sentences, faults).read(data);
}

class Reader {
  readonly #conditions: Map<string, readonly Condition[]>;
  readonly #paragraphs: Map<string, readonly ParagraphPlan[]>;
  readonly #plans: Map<string, Plan>;
  readonly #sentences: Sentences;
  readonly #faults: Faults;

  constructor(base: PlanScope, sentences: Sentences, faults: Faults) {
    this.#conditions = new Map(base.conditions);
    this.#paragraphs = new Map(base.paragraphs);
    this.#plans = new Map(base.plans);
    this.#sentences = sentences;
    this.#faults = faults;
  }

  read(data: unknown): PlanScope {
    const fields = fieldsOf(data, [], ['conditions', 'paragraphs', 'plans'], this.#faults) ?? {};
    for (const [name, path] of this.#named(fields.conditions, 'conditions'))
      this.#conditions.set(name, this.#when((fields.conditions as Fields)[name], path) ?? []);
    for (const [name, path] of this.#named(fields.paragraphs, 'paragraphs'))
      this.#paragraphs.set(name, this.#paragraphsAt((fields.paragraphs as Fields)[name], path));
    for (const [i, item] of listOf(fields.plans, ['plans'], this.#faults).entries()) {
      const plan = this.#plan(item, ['plans', i]);
      if (plan) this.#plans.set(plan.id, plan);
    }
    return { conditions: this.#conditions, paragraphs: this.#paragraphs, plans: this.#plans };
  }

  #named(value: unknown, part: string): readonly (readonly [string, Path])[] {
    if (value === undefined || value === null) return [];
    if (isFields(value)) return Object.keys(value).map((name) => [name, [part, name]] as const);
    this.#faults.at([part], '这里应每行写一个“名称: 内容”。');
    return [];
  }

  #plan(item: unknown, path: Path): Plan | undefined {
    const fields = itemOf(item, path, ['id', 'extends', 'items', 'parts', 'sections'], this.#faults);
    const id = fields && neededText(fields, 'id', path, '写法的编号', this.#faults);
    if (!fields || id === undefined) return undefined;
    const extended = textOf(fields, 'extends', path, this.#faults);
    const base = extended === undefined ? undefined : this.#plans.get(extended);
    if (extended !== undefined && !base) return this.#unknown('写法', extended, this.#plans, [...path, 'extends']);
    const items = oneOf(fields, 'items', path, ['coded', 'named'] as const, this.#faults) ?? base?.items ?? 'named';
    const parts = fields.parts === undefined ? (base?.parts ?? []) : this.#parts(fields.parts, [...path, 'parts']);
    if (parts.length === 0)
      return this.#faults.at(path, `写法“${id}”里没有部分，请写“parts”，或用“extends”依据已有的写法。`);
    return { id, items, parts: this.#changed(parts, fields.sections, [...path, 'sections']) };
  }

  #parts(value: unknown, path: Path): readonly PartPlan[] {
    return listOf(value, path, this.#faults).flatMap((item, i) => {
      const at = [...path, i];
      const fields = itemOf(item, at, ['number', 'title', 'when', 'each', 'paragraphs', 'sections'], this.#faults);
      const section = fields && this.#section(fields, at);
      if (!section) return [];
      if (fields.sections === undefined) return [section];
      return [{ ...section, sections: this.#sections(fields.sections, [...at, 'sections']) }];
    });
  }

  #sections(value: unknown, path: Path): readonly SectionPlan[] {
    return listOf(value, path, this.#faults).flatMap((item, i) => {
      const fields = itemOf(item, [...path, i], ['number', 'title', 'when', 'each', 'paragraphs'], this.#faults);
      return (fields && this.#section(fields, [...path, i])) ?? [];
    });
  }

  #section(fields: Fields, path: Path): SectionPlan | undefined {
    const title = neededText(fields, 'title', path, '标题', this.#faults);
    const number = textOf(fields, 'number', path, this.#faults);
    const each = oneOf(fields, 'each', path, ['described-projects'] as const, this.#faults);
    if (title === undefined) return undefined;
    const paragraphs = this.#paragraphsAt(fields.paragraphs, [...path, 'paragraphs']);
    const when = this.#when(fields.when, [...path, 'when']);
    return { title, paragraphs, ...(number ? { number } : {}), ...(when ? { when } : {}), ...(each ? { each } : {}) };
  }

  /** `sections` of a plan that extends another: by title, what stands in a section instead; `omit` leaves it out. */
  #changed(parts: readonly PartPlan[], value: unknown, path: Path): readonly PartPlan[] {
    const titles = parts.flatMap((part) => [part.title, ...(part.sections ?? []).map(({ title }) => title)]);
    const own = new Map<string, Partial<SectionPlan>>();
    const omitted = new Set<string>();
    for (const [title, fields] of Object.entries(fieldsOf(value, path, titles, this.#faults) ?? {})) {
      const at = [...path, title];
      const given = fieldsOf(fields, at, ['title', 'when', 'omit', 'paragraphs'], this.#faults) ?? {};
      if (given.omit === true) omitted.add(title);
      else if (given.omit !== undefined) this.#faults.at([...at, 'omit'], '“omit”只能是 true：这里不印这一节。');
      const when = this.#when(given.when, [...at, 'when']);
      const renamed = textOf(given, 'title', at, this.#faults);
      own.set(title, {
        ...(renamed ? { title: renamed } : {}),
        ...(when ? { when } : {}),
        ...('paragraphs' in given ? { paragraphs: this.#paragraphsAt(given.paragraphs, [...at, 'paragraphs']) } : {}),
      });
    }
    const change = <T extends SectionPlan>(section: T): T => ({ ...section, ...own.get(section.title) });
    const kept = <T extends SectionPlan>(sections: readonly T[]): readonly T[] =>
      sections.filter(({ title }) => !omitted.has(title));
    return kept(parts).map((part) => ({
      ...change(part),
      ...(part.sections ? { sections: kept(part.sections).map(change) } : {}),
    }));
  }

  #paragraphsAt(value: unknown, path: Path): readonly ParagraphPlan[] {
    return listOf(value, path, this.#faults).flatMap((item, i) => this.#paragraph(item, [...path, i]));
  }

  #paragraph(item: unknown, path: Path): readonly ParagraphPlan[] {
    const kind = isFields(item) ? KINDS.find((each) => each in item) : undefined;
    if (!isFields(item) || !kind) {
      this.#faults.at(path, `这一段应写 ${KINDS.join('、')} 之一。`);
      return [];
    }
    const fields = fieldsOf(item, path, PARAGRAPH_KEYS[kind], this.#faults)!;
    const when = this.#when(fields.when, [...path, 'when']);
    const conditional = when ? { when } : {};
    switch (kind) {
      case 'use': {
        const name = neededText(fields, 'use', path, '段落的名称', this.#faults) ?? '';
        return this.#paragraphs.get(name) ?? this.#unknown('段落', name, this.#paragraphs, [...path, 'use']) ?? [];
      }
      case 'heading':
        return [{ heading: neededText(fields, 'heading', path, '小标题', this.#faults) ?? '', ...conditional }];
      case 'glossary':
        return [{ glossary: oneOf(fields, 'glossary', path, NUMBERINGS, this.#faults) ?? 'chinese' }];
      case 'write': {
        const otherwise = textOf(fields, 'otherwise', path, this.#faults);
        if (otherwise) this.#isSentence(otherwise, [...path, 'otherwise']);
        return [
          {
            write: neededText(fields, 'write', path, '台账中文字的名称', this.#faults) ?? '',
            ask: fields.ask === undefined || fields.ask === '' ? '' : (textOf(fields, 'ask', path, this.#faults) ?? ''),
            ...(otherwise ? { otherwise } : {}),
            ...conditional,
          },
        ];
      }
      case 'say': {
        const prefix = textOf(fields, 'prefix', path, this.#faults);
        const about = textOf(fields, 'about', path, this.#faults);
        const each = oneOf(fields, 'each', path, LISTS, this.#faults);
        return [
          {
            say: this.#phrases(fields.say, [...path, 'say']),
            ...(prefix ? { prefix } : {}),
            ...conditional,
            ...(each ? { each } : {}),
            ...(about ? { about } : {}),
          },
        ];
      }
    }
  }

  #phrases(value: unknown, path: Path): readonly Phrase[] {
    if (typeof value === 'string') return this.#isSentence(value, path) ? [value] : [];
    return listOf(value, path, this.#faults).flatMap((item, i) => this.#phrase(item, [...path, i]) ?? []);
  }

  #phrase(item: unknown, path: Path): Phrase | undefined {
    if (typeof item === 'string') return this.#isSentence(item, path) ? item : undefined;
    const fields = itemOf(item, path, ['say', 'when', 'each', 'join', 'end'], this.#faults);
    const say = fields && neededText(fields, 'say', path, '句式的编号', this.#faults);
    if (!fields || say === undefined || !this.#isSentence(say, [...path, 'say'])) return undefined;
    const each = oneOf(fields, 'each', path, LISTS, this.#faults);
    if (each) {
      const join = textOf(fields, 'join', path, this.#faults) ?? '';
      return { each, say, join, end: textOf(fields, 'end', path, this.#faults) ?? '' };
    }
    return { say, when: this.#when(fields.when, [...path, 'when']) ?? [] };
  }

  /** Conditions that must all hold; a name stands for those of `conditions`. */
  #when(value: unknown, path: Path): readonly Condition[] | undefined {
    if (value === undefined) return undefined;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.flatMap((item, i) => {
      const place = Array.isArray(value) ? [...path, i] : path;
      const known = typeof item === 'string' ? this.#conditions.get(item) : undefined;
      if (known) return known;
      const text = typeof item === 'string' ? item.replace(/\s*\|\s*/g, '|') : '';
      if (isCondition(text, isKnownQuantity)) return [text];
      const names = [...this.#conditions.keys(), ...CONDITION_WORDS];
      this.#faults.at(
        place,
        `不认识条件“${String(item)}”，${adviceFor(text, names)}可写起了名的条件、${CONDITION_WORDS.join('、')}，或一个数（如 three-publics[total]）。`,
      );
      return [];
    });
  }

  #isSentence(id: string, path: Path): boolean {
    if (this.#sentences.has(id)) return true;
    this.#unknown('句式', id, this.#sentences, path);
    return false;
  }

  #unknown(what: string, name: string, known: ReadonlyMap<string, unknown>, path: Path): undefined {
    const advice = adviceFor(name, [...known.keys()]) || '请改正，或先写出它。';
    return this.#faults.at(path, `没有${what}“${name}”，${advice}`);
  }
}

const PARAGRAPH_KEYS = {
  say: ['say', 'prefix', 'when', 'each', 'about'],
  heading: ['heading', 'when'],
  write: ['write', 'ask', 'otherwise', 'when'],
  glossary: ['glossary'],
  use: ['use'],
} as const;

const KINDS = Object.keys(PARAGRAPH_KEYS) as (keyof typeof PARAGRAPH_KEYS)[];
