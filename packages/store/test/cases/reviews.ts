/** The reviewer's desk in the store: what is found of a text and of its corrected one, who decides, what is told, what goes and what stays. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '@mingsuan/core/finding';
import type { Role } from '@mingsuan/core/process/roles';
import {
  addOwnFinding,
  addReviewChecklist,
  addReviewTexts,
  addWebhook,
  assignReviews,
  backup,
  commentReview,
  decideFindings,
  deleteReviewBatch,
  editReviewBatch,
  enterReviewFindings,
  enterReviewReading,
  findingSteps,
  getReview,
  getReviewFile,
  listDeliveries,
  listReviewBatches,
  listReviews,
  openReviewBatch,
  overdueBatches,
  receiveCorrected,
  restore,
  reviewComments,
  reviewFiles,
  reviewFindings,
  reviewLetters,
  reviewStatistics,
  reviewSteps,
  reviewVerdicts,
  rolesOf,
  ruleSettings,
  searchAudit,
  sendLetter,
  setReviewRule,
  signItem,
  stepReview,
  verifyAudit,
  type Worker,
} from '@mingsuan/store';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Backend, empty } from '../support/backends.ts';
import { officeIn } from '../support/office.ts';

const DAY = '2026-03-02';
const bytes = (text: string) => new TextEncoder().encode(text);
const finding = (id: string, row: string, more: Partial<Finding> = {}): Finding => ({
  id,
  rule: 'balance-total',
  severity: 'error',
  form: 'balance',
  message: `${row}不符`,
  evidence: [{ form: 'balance', row, column: 'amount', text: '1.00', origin: { page: 1 } }],
  ...more,
});
const FIELDS = { title: '2026年预算公开检查', due: '2026-03-20', checklistId: null, keepUntil: null };
const LETTER = { title: '函', paragraphs: ['水利局：', '请改正。'], day: '2026-03-02' };

export function reviewCases(backend: () => Backend): void {
  const store = () => backend().store;

  async function desk() {
    const { region, person } = await officeIn(store());
    const as = async (login: string, ...given: Role[]): Promise<Worker> => {
      const personId = await person(login, ...given);
      const roles = (await rolesOf(store().db, personId, DAY)).get(region) ?? [];
      return { personId, person: `人${login}`, address: '', roles };
    };
    const office = await as('office', 'bureau-office');
    const expert = await as('expert', 'reviewer');
    const other = await as('other', 'reviewer');
    const chief = await as('chief', 'bureau-office');
    const id = await openReviewBatch(store(), region, FIELDS, office);
    const batch = async () => (await listReviewBatches(store().db, { id, units: [region], personId: 0 }))[0]!;
    await addReviewTexts(store(), await batch(), [{ name: '水利局.pdf', bytes: bytes('一') }], office);
    const [item] = await listReviews(store().db, id);
    return { region, office, expert, other, chief, batch, document: item!.id };
  }

  /** As the job of a file does. */
  async function checked(document: number, ...found: readonly Finding[]) {
    const file = (await reviewFiles(store().db, document)).at(-1)!;
    await enterReviewReading(store(), file, {
      readingBytes: bytes(`读出 ${file.sha256}`),
      pages: [{ width: 595, height: 842 }],
      agency: { name: '水利局', code: '305' },
      year: 2026,
      stage: 'budget',
    });
    await enterReviewFindings(store(), file.id, found);
  }
  const states = async (document: number) =>
    Object.fromEntries(
      (await reviewFindings(store().db, [document])).map((one) => [
        one.finding.message,
        [one.state, one.firstRound, one.lastRound],
      ]),
    );
  const revision = async (document: number) => (await getReview(store().db, document))!.revision;
  const decide = async (document: number, event: string, message: string, worker: Worker, reason?: string) => {
    const one = (await reviewFindings(store().db, [document])).find((each) => each.finding.message === message)!;
    const findings = [{ id: one.id, revision: one.revision }];
    return decideFindings(store(), document, { event, reason, findings }, worker);
  };

  it('other programs are told what became of a text and of its findings, where they asked to be', async () => {
    const { office, document } = await desk();
    const events = ['review-finding.dismiss', 'review.submit'];
    const { id } = await addWebhook(store(), { url: 'https://hooks.example.gov.cn/', events }, office);
    await checked(document, finding('aaaaaaaa', '208'), finding('bbbbbbbb', '210'));
    await decide(document, 'mend', '210不符', office);
    await decide(document, 'dismiss', '208不符', office, '已核实');
    await stepReview(store(), document, { revision: 0, event: 'submit' }, office);
    const told = (await listDeliveries(store(), id)).map(({ payload }) => payload);
    const subject = { id: document, agency: '水利局', code: '305', year: 2026, round: 1 };
    expect(told).toMatchObject([
      { event: 'review.submit', name: '交审', from: 'open', to: 'submitted', role: 'bureau-office', subject },
      {
        event: 'review-finding.dismiss',
        name: '不予采纳',
        from: 'open',
        to: 'dismissed',
        subject: { ...subject, finding: 'aaaaaaaa', rule: 'balance-total' },
      },
    ]);
  });

  it('a text goes its way: reviewed, handed on, told, corrected, reviewed against what was told, closed', async () => {
    const { office, expert, chief, batch, document } = await desk();
    expect(await listReviews(store().db, (await batch()).id)).toMatchObject([
      { name: '水利局.pdf', state: 'open', isChecked: false, agency: null },
    ]);
    await expect(stepReview(store(), document, { revision: 0, event: 'submit' }, office)).rejects.toThrow('还没有读完');
    await checked(document, finding('aaaaaaaa', '208'), finding('bbbbbbbb', '210'), finding('cccccccc', '212'));
    expect(await getReview(store().db, document)).toMatchObject({ agency: '水利局', open: 3, errors: 3 });
    // Nobody but whom it is assigned to.
    await expect(decide(document, 'dismiss', '208不符', expert, '已核实')).rejects.toThrow('分派到的评审专家');
    await assignReviews(store(), await batch(), [document], { id: expert.personId, name: expert.person }, office);
    await expect(decide(document, 'dismiss', '208不符', expert)).rejects.toThrow('写明理由');
    await decide(document, 'dismiss', '208不符', expert, '已核实');
    await expect(decide(document, 'dismiss', '208不符', expert, '再')).rejects.toThrow('不予采纳');
    const own = { message: '封面没有盖章', severity: 'warning', page: 1, box: [10, 20, 90, 60] } as const;
    const ownId = await addOwnFinding(store(), document, own, expert);
    await commentReview(store(), document, { findingId: ownId, text: '请看第一页' }, expert);
    await signItem(store(), document, { item: 'timeliness', met: true, note: '三月一日公开' }, expert);
    await stepReview(store(), document, { revision: 0, event: 'submit' }, expert);
    // What was handed on stands, and nobody signs what they worked on.
    await expect(decide(document, 'dismiss', '210不符', expert, '再看')).rejects.toThrow('已交审');
    await expect(sendLetter(store(), document, { ...LETTER, revision: 0 }, chief)).rejects.toThrow('刚刚交审过');
    await expect(stepReview(store(), document, { revision: 1, event: 'close' }, chief)).rejects.toThrow('没有结果');
    await sendLetter(store(), document, { ...LETTER, revision: 1 }, chief);
    expect(await states(document)).toEqual({
      '208不符': ['dismissed', 1, 1],
      '210不符': ['told', 1, 1],
      '212不符': ['told', 1, 1],
      封面没有盖章: ['told', 1, 1],
    });
    expect(await reviewLetters(store().db, document)).toMatchObject([{ round: 1, person: '人chief', ...LETTER }]);
    // The corrected text: one put right, one wrong by other figures, one new.
    await expect(
      receiveCorrected(store(), document, { name: '改.pdf', bytes: bytes('一') }, 2, expert),
    ).rejects.toThrow('没有改过');
    await receiveCorrected(store(), document, { name: '改.pdf', bytes: bytes('二') }, 2, expert);
    await checked(document, finding('aaaaaaaa', '208'), finding('dddddddd', '212'), finding('eeeeeeee', '221'));
    expect(await states(document)).toEqual({
      '208不符': ['dismissed', 1, 2],
      '210不符': ['fixed', 1, 1],
      '212不符': ['open', 1, 2],
      '221不符': ['open', 2, 2],
      封面没有盖章: ['told', 1, 1],
    });
    await decide(document, 'mend', '封面没有盖章', expert);
    await decide(document, 'dismiss', '212不符', expert, '口径不同');
    await decide(document, 'dismiss', '221不符', expert, '另有说明');
    await stepReview(store(), document, { revision: 3, event: 'submit' }, expert);
    await stepReview(store(), document, { revision: 4, event: 'close' }, chief);
    expect(await getReview(store().db, document)).toMatchObject({ state: 'closed', round: 2, open: 0, fixed: 2 });
    const story = (await reviewSteps(store().db, document)).map(({ name, person }) => `${person}${name}`);
    expect(story).toEqual(['人expert交审', '人chief告知单位', '人expert收改正稿', '人expert交审', '人chief办结']);
    const steps = [...(await findingSteps(store().db, document)).values()].map((all) =>
      all.map(({ name, reason, isMatched }) => `${name}${reason ?? ''}${isMatched ? '（比对）' : ''}`).join('、'),
    );
    expect(steps).toEqual([
      '不予采纳已核实',
      '告知、已改（比对）',
      '告知、没改（比对）、不予采纳口径不同',
      '告知、已改',
      '不予采纳另有说明',
    ]);
    expect(await reviewComments(store().db, document)).toMatchObject([{ findingId: ownId, text: '请看第一页' }]);
    expect(await reviewVerdicts(store().db, [document])).toMatchObject([{ item: 'timeliness', met: true }]);
    expect(await verifyAudit(store())).not.toHaveProperty('broken');
    const { items } = await searchAudit(store(), { kind: 'review' });
    expect(items.map(({ title }) => title)).toContain('审核“水利局”：不予采纳 1 个问题，已核实');
  });

  it('nobody signs what they worked on, also where they only decided on a finding', async () => {
    const { office, chief, document } = await desk();
    await checked(document, finding('aaaaaaaa', '208'), finding('bbbbbbbb', '210'));
    await decide(document, 'dismiss', '208不符', chief, '已核实');
    await stepReview(store(), document, { revision: 0, event: 'submit' }, office);
    for (const who of [office, chief])
      await expect(sendLetter(store(), document, { ...LETTER, revision: 1 }, who)).rejects.toThrow('自己送出的');
    await stepReview(store(), document, { revision: 1, event: 'withdraw' }, office);
    expect(await revision(document)).toBe(2);
  });

  it('texts that come in beside change what nobody touched, and nothing that was decided or handed on', async () => {
    const { office, document } = await desk();
    await checked(document, finding('aaaaaaaa', '208'), finding('bbbbbbbb', '210'));
    await decide(document, 'dismiss', '208不符', office, '已核实');
    await checked(document, finding('cccccccc', '212'));
    expect(await states(document)).toEqual({ '208不符': ['dismissed', 1, 1], '212不符': ['open', 1, 1] });
    await stepReview(store(), document, { revision: 0, event: 'submit' }, office);
    await checked(document, finding('dddddddd', '221'));
    expect(Object.keys(await states(document))).toEqual(['208不符', '212不符']);
  });

  it('two who decide at once: one does, the other is told', async () => {
    const { office, chief, document } = await desk();
    await checked(document, finding('aaaaaaaa', '208'));
    const both = await Promise.allSettled([
      decide(document, 'dismiss', '208不符', office, '甲'),
      decide(document, 'dismiss', '208不符', chief, '乙'),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('a rule that the bureau takes as a notice is one from the next check on; what became of rules is counted', async () => {
    const { region, office, chief, expert, document } = await desk();
    await checked(document, finding('aaaaaaaa', '208'), finding('bbbbbbbb', '210'));
    await decide(document, 'dismiss', '208不符', office, '口径不同');
    const setting = { rule: 'balance-total', isNotice: true, reason: '本地口径不同' };
    await expect(setReviewRule(store(), region, setting, expert)).rejects.toThrow('财政业务处');
    await setReviewRule(store(), region, setting, office);
    await checked(document, finding('aaaaaaaa', '208'), finding('bbbbbbbb', '210'), finding('cccccccc', '212'));
    expect((await reviewFindings(store().db, [document])).map((one) => one.finding.severity)).toEqual([
      'notice',
      'notice',
      'notice',
    ]);
    await setReviewRule(store(), region, { ...setting, isNotice: false, reason: '恢复' }, chief);
    expect(await ruleSettings(store().db, region)).toMatchObject([{ isNotice: false, person: '人chief' }]);
    const { rules, agencies, people, months } = await reviewStatistics(store().db, [region]);
    expect(rules).toEqual([{ rule: 'balance-total', found: 3, dismissed: 1, told: 0, fixed: 0 }]);
    expect(agencies).toMatchObject([{ agency: '水利局', texts: 1, found: 3 }]);
    expect(people).toEqual([{ person: '人office', texts: 1, dismissed: 1, added: 0 }]);
    expect(months).toMatchObject([{ texts: 1, found: 3 }]);
    expect((await reviewStatistics(store().db, [])).rules).toEqual([]);
  });

  it('a batch is kept as long as the bureau says; deleted it takes its files along, but for those that others keep', async () => {
    const { region, office, expert, other, batch, document } = await desk();
    await checked(document, finding('aaaaaaaa', '208'));
    const checklistId = await addReviewChecklist(
      store(),
      region,
      { name: '2026 版', leftOut: ['cover'], ownItems: ['是否盖章'] },
      office,
    );
    await editReviewBatch(store(), await batch(), { ...FIELDS, checklistId, keepUntil: '2026-12-31' }, office);
    expect(await overdueBatches(store().db, '2026-12-31')).toEqual([]);
    expect(await overdueBatches(store().db, '2027-01-01')).toMatchObject([{ title: FIELDS.title, documents: 1 }]);
    const second = await openReviewBatch(store(), region, { ...FIELDS, title: '复查' }, office);
    const text = { name: '同一个.pdf', bytes: bytes('一') };
    const [other1] = await listReviewBatches(store().db, { id: second, units: [region], personId: 0 });
    expect(await addReviewTexts(store(), other1!, [text, text], office)).toBe(1);
    const [file] = await reviewFiles(store().db, document);
    expect(await store().files.get(file!.readingSha256!)).toBeDefined();
    await expect(deleteReviewBatch(store(), await batch(), '到期', expert)).rejects.toThrow('财政业务处');
    await deleteReviewBatch(store(), await batch(), '到期', office);
    expect(await getReviewFile(store().db, file!.id)).toBeUndefined();
    expect(await store().files.get(file!.readingSha256!)).toBeUndefined();
    expect(await store().files.get(file!.sha256)).toBeDefined();
    const left = await listReviewBatches(store().db, { units: [region], personId: other.personId });
    expect(left.map(({ title }) => title)).toEqual(['复查']);
    expect(await listReviewBatches(store().db, { units: [], personId: other.personId })).toEqual([]);
    expect((await searchAudit(store(), { q: '删除审核批次' })).items).toHaveLength(1);
  });

  it('all of it is in a backup, files and readings too', async () => {
    const { document } = await desk();
    await checked(document, finding('aaaaaaaa', '208'));
    const folder = mkdtempSync(join(tmpdir(), 'mingsuan-reviews-'));
    try {
      const path = join(folder, 'whole.backup');
      await backup(store(), path);
      const there = await backend().other();
      await empty(there);
      await restore(path, there);
      expect(await reviewFindings(there.db, [document])).toEqual(await reviewFindings(store().db, [document]));
      const [file] = await reviewFiles(there.db, document);
      for (const sha256 of [file!.sha256, file!.readingSha256!]) expect(await there.files.get(sha256)).toBeDefined();
      await empty(there);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('no table is left out of backups but those that are made again', async () => {
    const { readFileSync } = await import('node:fs');
    const source = readFileSync(join(import.meta.dirname, '../../src/backup.ts'), 'utf8');
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
      where schemaname = current_schema() and tablename not like 'kysely%' order by 1`.execute(store().db);
    expect(rows.map(({ name }) => name).filter((name) => !source.includes(`'${name}'`))).toEqual([
      // Of a lake beside the store, which is fed anew; the others are counted again from what is restored.
      'fact_feed',
      'fact_outbox',
      'item_counts',
      'item_holders',
      'lake_dead',
      'lake_files',
      'lake_live',
      'lake_snapshots',
      'peer_quartiles',
      'region_awaited',
      'region_counts',
      'region_forms',
      'region_functions',
      'region_stages',
      'region_standings',
      'stale_changes',
      'stale_items',
      'stale_overviews',
      'stale_peers',
      'stale_regions',
      'stale_task_counts',
      'task_counts',
    ]);
  });
}
