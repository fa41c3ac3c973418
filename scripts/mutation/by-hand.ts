/**
 * Lines that carry a duty, broken as a careless hand would break them: each with the tests that have to notice. Once tests
 * of every kind passed with them; `npm run mutation -- by-hand` breaks them all again.
 */
export interface HandBroken {
  /** What the line is for, as it reads when it is gone. */
  readonly without: string;
  readonly file: string;
  /** Stands once in the file. */
  readonly from: string;
  readonly to: string;
  readonly tests: readonly string[];
}

const RECOGNIZE = 'packages/documents/src/recognize/';
const MERGE = 'packages/core/src/rules/merge/consequences.ts';
const CONSEQUENCES = ['packages/core/test/rules/consequences.test.ts'];

export const BY_HAND: readonly HandBroken[] = [
  {
    without: 'the tolerance of words against tables is doubled',
    file: 'packages/core/src/rules/words/against-tables.ts',
    from: 'if (off * 2 <= Math.min(wordStep, usual) + tableStep)',
    to: 'if (off <= Math.min(wordStep, usual) + tableStep)',
    tests: ['packages/core/test/words/fit.test.ts'],
  },
  {
    without: 'a template is told by one title of many',
    file: 'packages/core/src/templates/match.ts',
    from: 'alike === 0 || alike * 2 < tables.length',
    to: 'alike === 0',
    tests: ['packages/core/test/templates/match.test.ts'],
  },
  {
    without: 'a template of another region is told',
    file: 'packages/core/src/templates/match.ts',
    from: 'if (template.region && printed.region && !printed.region.startsWith(template.region)) continue;',
    to: '',
    tests: ['packages/core/test/templates/match.test.ts'],
  },
  {
    without: 'the code of an agency is ignored where years are paired',
    file: 'packages/core/src/related.ts',
    from: '(a.agency.code ?? b.agency.code) === (b.agency.code ?? a.agency.code)',
    to: 'true',
    tests: ['packages/core/test/related.test.ts'],
  },
  {
    without: 'two mistakes off by the same amount are told as one',
    file: MERGE,
    from: 'other.rule !== finding.rule && shareFigure(other, finding)',
    to: 'other.rule !== finding.rule',
    tests: CONSEQUENCES,
  },
  {
    without: 'two tables off by the same amount are told as one',
    file: MERGE,
    from: 'same.size >= ENOUGH_ALIKE',
    to: 'same.size >= 0',
    tests: CONSEQUENCES,
  },
  {
    without: 'words that are wrong too are told as witnesses of the table',
    file: MERGE,
    from: 'found.finding !== finding && confirms(finding, found.expected)',
    to: 'found.finding !== finding',
    tests: CONSEQUENCES,
  },
  {
    without: '30913 is no part of the three publics',
    file: 'packages/core/src/vocabulary/three-publics.ts',
    from: "economic: ['31013', '30913']",
    to: "economic: ['31013']",
    tests: ['packages/core/test/compile/compile.test.ts'],
  },
  {
    without: 'no slip of the keys tells which cell is wrong',
    file: 'packages/core/src/repair/candidates.ts',
    from: ' + SLIP_BONUS * slip(change, place)',
    to: '',
    tests: ['packages/core/test/repair/localise.test.ts'],
  },
  {
    without: 'the unit of the three-publics table is borrowed by the others',
    file: `${RECOGNIZE}unit.ts`,
    from: "other.caption.unit && other.form?.id !== 'three-publics'",
    to: 'other.caption.unit',
    tests: ['packages/documents/test/recognize/units.test.ts'],
  },
  {
    without: 'what is printed without a unit is in 元',
    file: `${RECOGNIZE}recognize.ts`,
    from: "'printed' : 'assumed') : '万元'",
    to: "'printed' : 'assumed') : '元'",
    tests: ['packages/documents/test/recognize/units.test.ts'],
  },
  {
    without: 'a table of an agency of another name goes on with the one before',
    file: `${RECOGNIZE}continuation.ts`,
    from: 'if (!sameAgency) return false;',
    to: '',
    tests: ['packages/documents/test/recognize/continuation.test.ts'],
  },
  {
    without: 'a table of an agency of another code goes on with the one before',
    file: `${RECOGNIZE}continuation.ts`,
    from: 'if (caption.agencyCode && last.caption.agencyCode && caption.agencyCode !== last.caption.agencyCode) return false;',
    to: '',
    tests: ['packages/documents/test/recognize/continuation.test.ts'],
  },
  {
    without: 'text printed twice in one place is kept twice',
    file: 'packages/documents/src/pdf/glyphs.ts',
    from: 'if (last && last.text === char && Math.abs(last.x0 - x0) < 1 && Math.abs(last.y0 - y0) < 1) continue;',
    to: '',
    tests: ['packages/documents/test/pdf/read-pdf.test.ts'],
  },
  {
    without: 'a paragraph that a page break tore stays two',
    file: `${RECOGNIZE}explanation.ts`,
    from: 'if (torn)',
    to: 'if (false)',
    tests: ['packages/documents/test/recognize/torn.test.ts'],
  },
  {
    without: 'two sentences of their own become one',
    file: `${RECOGNIZE}explanation.ts`,
    from: '!hasEnded(previous.text.trim(), text) &&',
    to: '',
    tests: ['packages/documents/test/recognize/torn.test.ts'],
  },
  {
    without: 'the version before stays current beside the new one',
    file: 'packages/store/src/identity/versions.ts',
    from: 'set is_current = false, version',
    to: 'set version',
    tests: ['packages/store/test/pglite.test.ts'],
  },
  {
    without: 'the store lets a disclosure have two current versions',
    file: 'packages/store/src/database/migrations/001-initial.ts',
    from: 'create unique index disclosures_current',
    to: 'create index disclosures_current',
    tests: ['packages/store/test/pglite.test.ts'],
  },
  {
    without: 'a backup brings originals that are not the ones it names',
    file: 'packages/store/src/archive.ts',
    from: 'if (sha256Of(original) !== file) throw damaged(undefined);',
    to: '',
    tests: ['packages/store/test/pglite.test.ts'],
  },
  {
    without: 'a name that is no hash leads to a file',
    file: 'packages/store/src/files.ts',
    from: 'HASH.test(sha256) ?',
    to: 'sha256 ?',
    tests: ['packages/store/test/files.test.ts'],
  },
  {
    without: 'a file that a crash cut short is kept as it is',
    file: 'packages/store/src/files.ts',
    from: 'bytes && sha256Of(bytes) === sha256 ? bytes : undefined',
    to: 'bytes',
    tests: ['packages/store/test/files.test.ts'],
  },
  {
    without: 'anyone names an address of their own',
    file: 'packages/server/src/http/visitor.ts',
    from: 'if (proxies === 0) return direct;',
    to: '',
    tests: ['packages/server/test/limits.test.ts'],
  },
  {
    without: 'behind a proxy anyone names an address of their own',
    file: 'packages/server/src/http/visitor.ts',
    from: 'named.at(-proxies)',
    to: 'named.at(0)',
    tests: ['packages/server/test/limits.test.ts'],
  },
  {
    without: 'a visitor runs as many checks at once as all others together',
    file: 'packages/server/src/modules/checks/service.ts',
    from: '.length >= MOST_OF_VISITOR',
    to: '.length >= MOST_RUNNING',
    tests: ['packages/server/test/checks.test.ts'],
  },
  {
    without: 'columns of figures without a meaning of theirs are not told as unread',
    file: `${RECOGNIZE}recognize.ts`,
    from: "lost[i] && (roles[i]?.kind === 'unknown' || path.length === 0)",
    to: "lost[i] && (roles[i]?.kind !== 'unknown' || path.length === 0)",
    tests: ['packages/documents/test/recognize/shape.test.ts'],
  },
  {
    without: 'a second agency’s table of the same form is taken for a duplicate of the first’s',
    file: `${RECOGNIZE}split.ts`,
    from: 'if (a.caption.agencyName && b.caption.agencyName && squeeze(a.caption.agencyName) !== squeeze(b.caption.agencyName))',
    to: 'if (false)',
    tests: ['packages/documents/test/recognize/pieces.test.ts'],
  },
  {
    without: 'of two notes under a table one is lost',
    file: `${RECOGNIZE}logical-tables.ts`,
    from: 'note = note ?',
    to: 'note = undefined ?',
    tests: ['packages/documents/test/recognize/pieces.test.ts'],
  },
  {
    without: 'a part of a group is told without the group’s whole beside it',
    file: `${RECOGNIZE}header-groups.ts`,
    from: "if ((form.rows !== 'function' && form.rows !== 'lines') || path.length < 2) return undefined;",
    to: '',
    tests: ['packages/documents/test/recognize/shape.test.ts'],
  },
  {
    without: 'two columns near the same words are both told by them',
    file: `${RECOGNIZE}shape/roles.ts`,
    from: 'near.filter((each) => each === id).length === 1',
    to: 'near.filter((each) => each === id).length >= 1',
    tests: ['packages/documents/test/recognize/shape.test.ts'],
  },
];
