import { expect, it } from 'vitest';
import { matchesOf } from '../../src/text/matches.ts';

it('tells every place, each time it is asked, and none where there is none', () => {
  const pattern = /预算/g;
  for (let i = 0; i < 2; i++) expect(matchesOf('预算和预算', pattern).map(({ index }) => index)).toEqual([0, 3]);
  expect(matchesOf('决算', pattern)).toEqual([]);
});
