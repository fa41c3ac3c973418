/** The operator's inbox of files, what is ruled of them, and the log of changes. */
import { z } from '@hono/zod-openapi';
import { CHANGE_KINDS, FILE_STATES, REJECTIONS } from '@mingsuan/store';
import { scanCorrections } from '../../contract/figures.ts';
import { coverageCounts, parts } from '../../contract/model.ts';
import { id, level, line, list, pageOf, paging, regionCode, stage, year } from '../../contract/shared.ts';

const agency = z.object({ code: z.string().optional(), name: z.string(), level });
const region = z.object({ code: z.string(), name: z.string() });

/** Who says so, and why: for the log. */
const author = {
  person: line.trim().optional().openapi({ description: '谁改的，记入改动记录' }),
  reason: z.string().trim().max(500, '最多 500 字').optional(),
};

const named = line.trim().min(1, '单位名称不能空着');

export const ruling = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('identity'),
    disclosures: list(
      z.object({
        at: z.number().int().min(0).max(9999).openapi({ description: '文件里的第几份公开文本，从 0 起' }),
        agency: z.object({ code: line.trim().min(1).optional(), name: named, level }),
        region: z.object({ code: regionCode, name: line.trim().min(1) }).optional(),
        year: z.number().int().min(1949).max(2200),
        stage,
      }),
    ).check(z.minLength(1, '请至少认定一份'), z.maxLength(500)),
  }),
  ...REJECTIONS.map((kind) => z.object({ kind: z.literal(kind) })),
]);

export const rulingQuestion = z.object({ ruling: ruling.nullable(), ...author }).openapi('RulingQuestion');
export const correctionsQuestion = scanCorrections.extend(author).openapi('CorrectionsQuestion');
export const ruledAnswer = z.object({ change: z.number(), batch: z.number() }).openapi('Ruled');

export const inboxQuestion = { ...paging, state: z.enum(FILE_STATES).optional(), q: line.optional() };

export const inboxFile = z
  .object({
    id: z.number(),
    name: z.string(),
    kind: z.string(),
    size: z.number(),
    importedAt: z.string(),
    state: z.enum(FILE_STATES),
    doubt: z.enum(['nameless', 'doubtful', 'blank', 'unrecognised']).nullable(),
    ruling: ruling.nullable(),
    coverage: coverageCounts,
    problems: list(parts.problem),
    disclosures: list(
      z.object({
        at: z.number(),
        id: z.number().nullable(),
        agencyId: z.number().nullable(),
        agency,
        region: region.nullable(),
        year: z.number().nullable(),
        stage,
        doubts: list(z.string()),
        identity: parts.identity.nullable(),
        tables: z.number().nullable(),
        isCurrent: z.boolean(),
      }),
    ),
  })
  .openapi('InboxFile');

export const inboxPage = pageOf(inboxFile).openapi('InboxPage');
export const inboxCounts = z
  .object(
    Object.fromEntries(FILE_STATES.map((state) => [state, z.number()])) as Record<
      (typeof FILE_STATES)[number],
      z.ZodNumber
    >,
  )
  .openapi('InboxCounts');

export const agencyEdit = z
  .object({
    name: named.optional(),
    code: line.trim().min(1).nullable().optional(),
    level: level.optional(),
    region: regionCode.or(z.literal('')).optional(),
    regionName: line.trim().optional(),
    parentId: z.number().int().min(1).nullable().optional(),
    ...author,
  })
  .openapi('AgencyEdit');

export const mergeQuestion = z.object({ into: z.number().int().min(1), ...author }).openapi('MergeQuestion');
export const undoQuestion = z.object(author).openapi('UndoQuestion');
export const changed = z.object({ change: z.number() }).openapi('Changed');

export const change = z
  .object({
    id: z.number(),
    at: z.string(),
    kind: z.enum(CHANGE_KINDS),
    subject: z.number(),
    title: z.string(),
    person: z.string(),
    reason: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    undoes: z.number().nullable(),
    undoneBy: z.number().nullable(),
  })
  .openapi('Change');
export const changePage = pageOf(change).openapi('ChangePage');
export const changesQuestion = paging;
export const params = { id };

export const rosterAnswer = list(
  z.object({
    id: z.number(),
    agencyId: z.number(),
    agency: z.string(),
    level,
    region: z.string().nullable(),
    year: z.number(),
    stage,
    deadline: z.string(),
    source: z.string(),
    isCollected: z.boolean(),
  }),
).openapi('Roster');
export const rosterEntered = z.object({ entries: z.number() }).openapi('RosterEntered');
export const rosterOf = { year, stage };
