/** Performance tables for tests: lines of `level2 | level3 | description | target`; no description repeats the name. */

import type { Disclosure } from '../../src/disclosure.ts';
import type { Finding } from '../../src/finding.ts';
import type { Indicator, PerformanceTarget } from '../../src/kinds/index.ts';
import type { GivenDisclosure } from '../../src/model/published.ts';
import { DocumentContext } from '../../src/rules/context.ts';
import { PERFORMANCE_RULES } from '../../src/rules/performance/index.ts';
import { doc } from '../rules/make.ts';

const LEVEL_ONE: readonly (readonly [RegExp, string])[] = [
  [/数量|质量|时效|成本/, '产出指标'],
  [/满意/, '满意度指标'],
  [/./, '效益指标'],
];

let line = 0;

export function project(name: string, text: string, goal?: string): PerformanceTarget {
  const indicators = text
    .trim()
    .split('\n')
    .filter((each) => each.trim() !== '')
    .map((each): Indicator => {
      const [level2 = '', level3 = '', description = '', target = ''] = each.split('|').map((part) => part.trim());
      const level1 = LEVEL_ONE.find(([pattern]) => pattern.test(level2))![1];
      line += 1;
      return { level1, level2, level3, description: description || level3, target, origin: { line } };
    });
  const base = { title: `${name}绩效目标表`, project: name, indicators, origin: { line } };
  return goal === undefined ? base : { ...base, goal };
}

export function words(title: string, ...paragraphs: readonly string[]): Disclosure['explanation'][number] {
  const blocks = paragraphs.map((text, i) => ({ text, origin: { line: i + 1 } }));
  return { title, text: paragraphs.join('\n'), paragraphs: blocks, origin: {} };
}

export function budget(performance: readonly PerformanceTarget[], rest: Partial<GivenDisclosure> = {}): Disclosure {
  return doc({ performance, ...rest });
}

/** What one rule says of a disclosure. */
export function run(id: string, disclosure: Disclosure): readonly Finding[] {
  return PERFORMANCE_RULES.find((rule) => rule.id === id)!.run(new DocumentContext(disclosure));
}

/** Severities of what one rule says of one indicator. */
export function judge(id: string, indicator: string): readonly string[] {
  return run(id, budget([project('设备更新', indicator, '更新设备')])).map(({ severity }) => severity);
}
