import { ROLES, type Role } from '@mingsuan/core/process/roles';
import { TABLES } from '@mingsuan/core/process/tables';
import type { TransitionTable } from '@mingsuan/core/process/transition-table';

/** What a role is called. */
export const roleName = (role: Role): string => ROLES[role].name;

/** Whether what an item holds is a ledger. */
export const hasLedger = ({ process }: { readonly process: string }): boolean =>
  process === 'round' || process === 'adjustment';

/** The table that an item of work moves through. */
export const tableOf = (process: string): TransitionTable => TABLES.find(({ id }) => id === process)!;
