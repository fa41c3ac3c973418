/** Lines by functional item, as budgets and final accounts tell them one after the other. */
import type { Topic } from './topic.ts';

export const ITEMS: readonly Topic[] = [
  {
    id: 'items',
    sentences: [
      '{item}{it}万元。主要用于：…。{base}当年预算执行数为{it:last}万元，{year}年预算安排{it}万元，比{base}预算执行数{it:percent}。',
      '{item}。主要用于：…。年初预算为{it:initial}万元，支出决算为{it}万元，完成年初预算的{it:completion}。决算数{it:order}预算数。',
      '{item}{year}年预算数为{it}万元，比{base}预算数{it:change}，{it:percent}。',
    ],
  },
];
