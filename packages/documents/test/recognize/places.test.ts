import { checkDocument } from '@mingsuan/core/check';
import { describe, expect, it } from 'vitest';
import { recognize } from '../../src/recognize/recognize.ts';
import { misread } from '../places/expected.ts';
import { PLACES } from '../places/index.ts';

describe('layouts of places that no template has', () => {
  for (const [place, layoutOf] of Object.entries(PLACES)) {
    it(`${place}: every amount is read, where it belongs, and nothing is held against the document`, () => {
      const reading = { source: `${place}.pdf`, ...recognize(layoutOf(), undefined, `${place}.pdf`) };
      const { printed, read } = reading.coverage.amounts;
      expect(reading.disclosures.flatMap(misread)).toEqual([]);
      expect(read).toBe(printed);
      const { findings } = checkDocument(reading);
      expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    });
  }
});
