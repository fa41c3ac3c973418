import { RULES } from '@mingsuan/core/rules/register';
import { expect, test } from 'vitest';
import { sarifOfChecks, sarifOfReadings, uriOf } from '../../src/format/sarif.ts';
import { NO_COUNTS } from '../../src/work/job.ts';
import { CHECKED, CLEAN, READING } from '../sample.ts';

test.each([
  ['公开/302.pdf', '%E5%85%AC%E5%BC%80/302.pdf'],
  ['./a b.pdf', 'a%20b.pdf'],
  ['/data/a.pdf', 'file:///data/a.pdf'],
  ['C:\\data\\a.pdf', 'file:///C:/data/a.pdf'],
  ['-', 'stdin'],
])('%s is %s', (source, uri) => expect(uriOf(source)).toBe(uri));

test('a run has its results, rules and failures', () => {
  const { open, separator, document, close } = sarifOfChecks;
  const summary = {
    files: 3,
    counts: NO_COUNTS,
    rules: ['balance/equal', 'explanation/missing'],
    unreadable: [{ source: '坏.pdf', why: { code: 'damaged' as const, message: '文件损坏。' } }],
  };
  const pieces = [document(CHECKED), document(CLEAN)].filter((piece) => piece !== '');
  const log = JSON.parse(open + pieces.join(separator) + close(summary));
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.tool.driver.rules).toEqual([{ id: 'balance/equal' }, { id: 'explanation/missing' }]);
  expect(run.invocations[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [{ level: 'error', message: { text: '文件损坏。' } }],
  });
  expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['error', 'note']);
  expect(run.results[0]).toMatchObject({
    ruleId: 'balance/equal',
    message: { text: expect.stringMatching(/相差0\.30万元。请核对支出各项。$/) },
    locations: [{ physicalLocation: { artifactLocation: { uri: '%E5%85%AC%E5%BC%80/302.pdf' } } }],
    relatedLocations: [{ id: 0, physicalLocation: { region: { startLine: 12 } } }],
    partialFingerprints: { 'mingsuanFinding/v2': '4mgj2i6z' },
  });
});

test('of a reading, the problems are the results', () => {
  const log = JSON.parse(
    sarifOfReadings.open +
      sarifOfReadings.document(READING) +
      sarifOfReadings.close({ files: 1, counts: NO_COUNTS, rules: ['unknown-table'], unreadable: [] }),
  );
  expect(log.runs[0].results).toHaveLength(1);
  expect(log.runs[0].results[0]).toMatchObject({ ruleId: 'unknown-table', level: 'warning' });
});

test('every rule of the register is told by its title and basis', () => {
  const ids = RULES.map(({ id }) => id);
  const log = JSON.parse(
    sarifOfChecks.open + sarifOfChecks.close({ files: 1, counts: NO_COUNTS, rules: ids, unreadable: [] }),
  );
  const { rules } = log.runs[0].tool.driver;
  expect(rules.map(({ id }: { id: string }) => id)).toEqual(ids);
  for (const { shortDescription, help } of rules) {
    expect(shortDescription.text).not.toBe('');
    expect(help.text).not.toBe('');
  }
});
