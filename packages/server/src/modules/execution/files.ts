/** What execution takes from files and gives as files. */
import { PAYMENT_FIELDS, type PaymentMapping } from '@mingsuan/core/performance/payment-import';
import { type Engine, gained } from '../../engine/engine.ts';
import { Fault } from '../../fault.ts';
import { monthlyPaper } from './paper.ts';
import type { execution } from './service.ts';

type Reported = Awaited<ReturnType<ReturnType<typeof execution>['report']>>;

/** The monthly report in a format, named as its title. */
export async function reportFile(
  { writers }: Engine,
  { scope: { place }, rows, month }: Reported,
  year: number,
  format: 'docx' | 'pdf' | 'xlsx',
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const paper = monthlyPaper(place, year, month, rows);
  return { name: paper.title, bytes: gained(await writers.run('paper', { paper, format })) };
}

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

/** A mapping file as it was sent: headings by field. @throws Fault where it is none */
export function mappingOf(text: string | undefined): Partial<PaymentMapping> {
  if (text === undefined || text.trim() === '') return {};
  const wrong = (message: string) => new Fault('wrong', `对应关系不对：${message}`);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw wrong('不是 JSON。');
  }
  const { headings = {}, ignored = [] } = (given ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof headings !== 'object' || headings === null) throw wrong('headings 应是“哪一项：表头的各种写法”。');
  for (const [field, words] of Object.entries(headings)) {
    if (!PAYMENT_FIELDS.some((one) => one === field))
      throw wrong(`没有“${field}”这一项，有的是 ${PAYMENT_FIELDS.join('、')}。`);
    if (!isWords(words)) throw wrong(`“${field}”应是一列表头。`);
  }
  if (!isWords(ignored)) throw wrong('ignored 应是一列表头。');
  return { headings: headings as PaymentMapping['headings'], ignored };
}
