/**
 * SARIF 2.1.0 for code review platforms. A result stands at its first evidence; a line where there is one, and the page
 * in the location's message, for SARIF knows no pages. The rules come after the results, when all are known.
 */
import { createHash } from 'node:crypto';
import type { Origin, Problem } from '@mingsuan/core/disclosure';
import type { DismissedFinding } from '@mingsuan/core/dismissals';
import type { Finding, Severity } from '@mingsuan/core/finding';
import { basisText } from '@mingsuan/core/rules/basis';
import { ruleById } from '@mingsuan/core/rules/register';
import { messagesIn } from '../messages/messages.ts';
import { VERSION } from '../version.ts';
import type { CheckFormatter, Formatter, ReadFormatter, Summary } from './formatter.ts';

const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = { error: 'error', warning: 'warning', notice: 'note' };

const shared: Pick<Formatter<unknown>, 'open' | 'separator' | 'unreadable' | 'close'> = {
  open: '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{"results": [\n',
  separator: ',\n',
  unreadable: () => '',
  close: (summary) => `\n], "columnKind": "unicodeCodePoints",\n ${runOf(summary).slice(1)}]}\n`,
};

export const sarifOfChecks: CheckFormatter = {
  ...shared,
  document: ({ source, findings, dismissed = [] }) =>
    [
      ...findings.map((finding) => resultOfFinding(source, finding)),
      ...dismissed.map((finding) => ({ ...resultOfFinding(source, finding), suppressions: [suppressionOf(finding)] })),
    ]
      .map((result) => JSON.stringify(result))
      .join(',\n'),
};

export const sarifOfReadings: ReadFormatter = {
  ...shared,
  document: ({ source, problems }) =>
    problems.map((problem) => JSON.stringify(resultOfProblem(source, problem))).join(',\n'),
};

function resultOfFinding(source: string, finding: Finding): object {
  const [first, ...others] = finding.evidence;
  const { id, rule, severity, agency, form, message, suggestion, expected, actual, difference, consequences } = finding;
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: suggestion ? `${message}${/[。！？]$/.test(message) ? '' : '。'}${suggestion}` : message },
    locations: [locationOf(source, first?.origin ?? {})],
    ...(others.length > 0
      ? { relatedLocations: others.map(({ text, origin }, id) => ({ id, ...locationOf(source, origin, text) })) }
      : {}),
    ...(id ? { partialFingerprints: { 'mingsuanFinding/v2': id } } : {}),
    properties: { id, agency, form, expected, actual, difference, consequences },
  };
}

/** Platforms leave a suppressed result out, and show why. */
function suppressionOf({ reason }: DismissedFinding): object {
  return { kind: 'external', status: 'accepted', justification: reason };
}

function resultOfProblem(source: string, { code, message, origin }: Problem): object {
  return {
    ruleId: code,
    level: 'warning',
    message: { text: message },
    locations: [locationOf(source, origin ?? {})],
    partialFingerprints: { 'mingsuanProblem/v1': fingerprint([code, message]) },
  };
}

function locationOf(source: string, origin: Origin, text?: string): object {
  const words = [messagesIn('zh').place(origin), text].filter(Boolean).join(' ');
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(source) },
      ...(origin.line ? { region: { startLine: origin.line } } : {}),
    },
    ...(words ? { message: { text: words } } : {}),
    ...(origin.page ? { properties: { page: origin.page, box: origin.box } } : {}),
  };
}

/** A path as a URI reference: relative paths stay relative, so that a platform finds them in its checkout. */
export function uriOf(source: string): string {
  if (source === '-') return 'stdin';
  const path = source.replaceAll('\\', '/').replace(/^\.\//, '');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}

function runOf({ counts, rules, unreadable }: Summary): string {
  return JSON.stringify({
    properties: { documents: counts.documents, documentsReadInPart: counts.partly },
    tool: { driver: { name: 'mingsuan', version: VERSION, rules: rules.map(descriptorOf) } },
    invocations: [
      {
        executionSuccessful: unreadable.length === 0,
        toolExecutionNotifications: unreadable.map(({ source, why }) => ({
          level: 'error',
          descriptor: { id: why.code },
          message: { text: why.message },
          locations: [locationOf(source, {})],
        })),
      },
    ],
  });
}

/** What the register says of a rule; a finance bureau's own rule, or a reader's problem, has its id alone. */
function descriptorOf(id: string): object {
  const rule = ruleById(id);
  if (!rule) return { id };
  return {
    id,
    shortDescription: { text: rule.title },
    help: { text: basisText(rule.basis) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function fingerprint(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
