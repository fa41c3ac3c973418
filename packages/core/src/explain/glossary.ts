/** Terms that explanations use, in our own words; a document explains those that it uses. */
export interface Term {
  readonly term: string;
  readonly text: string;
}

interface KnownTerm extends Term {
  /** Words by which the text uses the term, where its name alone does not tell. */
  readonly used?: RegExp;
}

const TERMS: readonly KnownTerm[] = [
  {
    term: '财政拨款收入',
    text: '指单位当年从同级财政部门取得的拨款，按预算种类分为一般公共预算、政府性基金预算和国有资本经营预算拨款。',
  },
  {
    term: '一般公共预算收入',
    text: '指单位当年从同级财政部门取得的一般公共预算资金。',
    used: /一般公共预算(?:拨款)?收入/,
  },
  { term: '财政专户管理资金收入', text: '指按规定缴入财政专户、由财政核拨给单位使用的教育收费等资金。' },
  { term: '事业收入', text: '指事业单位开展专业业务及其辅助活动取得的收入。' },
  {
    term: '事业单位经营收入',
    text: '指事业单位在专业业务及其辅助活动以外，开展非独立核算的经营活动取得的收入。',
    used: /经营收入/,
  },
  { term: '上级补助收入', text: '指事业单位从主管部门和上级单位取得的非财政补助收入。' },
  { term: '附属单位上缴收入', text: '指事业单位的附属独立核算单位按规定上缴的收入。' },
  { term: '其他收入', text: '指上述各项收入以外取得的收入，如存款利息、租金等。' },
  {
    term: '上年结转结余',
    text: '指以前年度预算安排、尚未使用完毕，按规定结转到本年继续使用的资金。',
    used: /上年结转|年初结转/,
  },
  { term: '基本支出', text: '指单位为维持正常运转、完成日常工作而发生的支出，包括人员经费和公用经费。' },
  { term: '项目支出', text: '指单位在基本支出以外，为完成特定工作任务或者实现事业发展目标而发生的支出。' },
  { term: '经营支出', text: '指事业单位在专业业务及其辅助活动以外，开展非独立核算的经营活动发生的支出。' },
  { term: '上缴上级支出', text: '指下级单位按规定上缴上级单位的支出。' },
  { term: '对附属单位补助支出', text: '指事业单位使用财政拨款以外的资金补助附属单位的支出。' },
  {
    term: '年末结转和结余',
    text: '指本年度或者以前年度安排的预算，因情况变化未能执行完毕，需要延至以后年度按规定继续使用的资金。',
    used: /年末结转|年终结转|结转下年/,
  },
  {
    term: '“三公”经费',
    text: '指单位使用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。因公出国（境）费反映公务出国（境）的国际旅费、住宿费、伙食费、培训费等支出；公务用车购置及运行维护费反映公务用车的购置支出和燃料、维修、过路过桥、保险等支出；公务接待费反映按规定开支的各类公务接待支出。',
  },
  {
    term: '机关运行经费',
    text: '指行政单位和参照公务员法管理的事业单位使用一般公共预算安排的日常公用经费，用于办公及印刷、邮电、差旅、会议、福利、日常维修、水电取暖、物业管理、公务用车运行维护等方面。',
  },
  {
    term: '政府采购',
    text: '指单位使用财政性资金采购集中采购目录以内的或者采购限额标准以上的货物、工程和服务的行为。',
  },
  { term: '绩效目标', text: '指预算资金在一定期限内计划达到的产出和效果。' },
];

/** The terms used in `text`, with those that a person gives: theirs replace ours, and others follow. */
export function glossaryOf(text: string, given: readonly Term[]): readonly Term[] {
  const own = new Map(given.map((each) => [each.term, each] as const));
  const used = TERMS.filter(({ term, used: words }) => words?.test(text) ?? text.includes(term));
  const known = new Set(used.map(({ term }) => term));
  return [...used.map((each) => own.get(each.term) ?? each), ...given.filter(({ term }) => !known.has(term))];
}
