import { checkDocument } from '@mingsuan/core/check';
import { describe, expect, it } from 'vitest';
import { coarse } from '../../../../scripts/unseen/roundings.ts';
import { recognize } from '../../src/recognize/recognize.ts';
import { misread } from '../places/expected.ts';
import { manners } from '../places/manners.ts';
import { mannersOfLists } from '../places/manners-lists.ts';
import { ministries } from '../places/ministry.ts';

/** Its 合计 is of meetings and training, too. */
const WITH_MEETINGS = 'publicsWithMeetings';

describe('single tables in the manners of central bodies and provinces', () => {
  for (const [name, layoutOf] of Object.entries({ ...ministries, ...manners, ...mannersOfLists })) {
    it(`${name}: every amount is read, with decimals and whole, and nothing is held against the document`, () => {
      const reading = { source: `${name}.pdf`, ...recognize(layoutOf(), undefined, `${name}.pdf`) };
      if (name !== WITH_MEETINGS) expect(reading.disclosures.flatMap(misread)).toEqual([]);
      const whole = recognize(coarse(0, false)(layoutOf()));
      for (const { amounts } of [reading.coverage, whole.coverage]) expect(amounts.read).toBe(amounts.printed);
      const errors = checkDocument(reading).findings.filter(
        // They are no whole documents.
        ({ severity, rule }) => severity === 'error' && rule !== 'text-missing-table',
      );
      expect(errors.map(({ message }) => message)).toEqual([]);
    });
  }
});

describe('numbers that only their column tells', () => {
  const tableOf = (name: keyof typeof manners) => recognize(manners[name]()).disclosures[0]!;

  it('a percentage without its sign is no amount', () => {
    const { statements } = tableOf('comparedYears');
    expect(statements.flatMap(({ columns }) => columns.map(({ header }) => header)).join()).not.toMatch(/增减率/);
  });

  it('the 小计 of a group is of the group, not of the table', () => {
    const [revenue] = tableOf('joinedCodes').statements;
    expect(revenue!.columns.map(({ id }) => id)).toContain('unit-funds');
    expect(revenue!.columns.map(({ id }) => id)).not.toContain('subtotal');
  });

  it('of two figures of the year before one is what was planned, the other what was spent', () => {
    const { statements } = recognize(ministries.ministryOfYears()).disclosures[0]!;
    const publics = statements.find(({ form }) => form === 'three-publics')!;
    expect(publics.columns.map(({ id }) => id)).toEqual(['total@previous', 'total@executed', 'total']);
  });

  it('codes and the values of indicators printed whole are no money', () => {
    const { coverage } = recognize(coarse(0, false)(mannersOfLists.projectsOfYears()));
    const { coverage: printed } = recognize(mannersOfLists.projectsOfYears());
    expect(coverage.amounts).toEqual(printed.amounts);
    const targets = recognize(coarse(0, false)(mannersOfLists.targets()));
    expect(targets.coverage.amounts.printed).toBe(recognize(mannersOfLists.targets()).coverage.amounts.printed);
  });
});
