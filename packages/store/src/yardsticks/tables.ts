import type { Generated } from 'kysely';

/** What amounts are measured by. */
export interface YardstickTables {
  /** What amounts are measured by, as an operator loaded it. */
  yardsticks: {
    /** Empty: the whole country. */
    region: string;
    year: number;
    measure: 'residents' | 'price-index';
    /** Persons, or thousandths of a price index of which the year before is 100. */
    value: number;
    source: string;
    entered_at: Generated<Date>;
  };
}
