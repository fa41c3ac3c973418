import type { AskedTasks } from './tasks-card.tsx';

type Of = (values: Readonly<Record<string, string>>) => AskedTasks | 'targets';

const projects: Of = () => ({ process: 'evaluation', standing: 'projects' });
const scored: Of = () => ({ process: 'evaluation', standing: 'scored' });
const tracked: Of = () => ({ process: 'monitoring', standing: 'tracked' });
const targets: Of = () => 'targets';

/** By sentence and number, which tasks a report counted. */
const COUNTED: Readonly<Record<string, Readonly<Record<string, Of>>>> = {
  'with-targets': { projects: targets, money: targets },
  tracked: { projects: tracked, money: tracked },
  evaluated: { projects, budget: projects, executed: projects, rate: projects },
  'evaluated-without-budget': { projects },
  mean: { scored, mean: scored },
  unscored: { count: () => ({ process: 'evaluation', standing: 'unscored' }) },
  grade: { count: ({ grade }) => ({ process: 'evaluation', standing: 'projects', ...(grade ? { grade } : {}) }) },
  problems: {
    found: () => ({ process: 'rectification' }),
    corrected: () => ({ process: 'rectification', state: 'closed' }),
    open: () => ({ process: 'rectification', standing: 'open' }),
  },
};

/** What a number of a report's sentence counts: tasks, or the projects with targets; undefined for what is no count. */
export const countedBy = (
  id: string,
  slot: string,
  values: Readonly<Record<string, string>>,
): AskedTasks | 'targets' | undefined => COUNTED[id]?.[slot]?.(values);
