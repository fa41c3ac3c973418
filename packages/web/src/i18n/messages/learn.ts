export const learn = {
  'learn.title': ['怎样看一份部门预算', 'How to read a departmental budget'],
  'learn.lead': [
    '十张小图，看懂一份预算；往下有名词解释、数从哪里来、哪些事这里说不了。',
    'Ten small pictures; below them the terms, where the figures come from, and what cannot be told here.',
  ],
  'learn.book': ['预算和决算', 'Budget and accounts'],
  'learn.book.text': [
    '预算说今年打算收多少、花多少；决算在第二年说实际收了多少、花了多少。',
    'A budget says what is planned for the year; the accounts, a year later, what was really spent.',
  ],
  'learn.flow': ['先看收支总表', 'Begin with the balance'],
  'learn.flow.text': [
    '收入和支出的总数一定相等；部门页最上面的一张图就是它。',
    'Revenue and expenditure are equal in total; the picture on top of an agency’s page is this table.',
  ],
  'learn.split': ['基本和项目', 'Basic and project'],
  'learn.split.text': [
    '基本支出养人、保运转；项目支出办事。项目多，说明这个部门花钱办的事多。',
    'Basic expenditure pays staff and running; project expenditure pays for tasks.',
  ],
  'learn.tree': ['类、款、项', 'Class, section, item'],
  'learn.tree.text': [
    '功能科目说钱花在什么事上：208 是社会保障，20805 是养老，2080505 是单位缴的养老保险。',
    'Functions tell what for: 208 social security, 20805 pensions, 2080505 contributions to them.',
  ],
  'learn.people': ['部门和本级', 'Department and office'],
  'learn.people.text': [
    '部门的数含它下属的全部单位；“本级”只是机关自己。两个不要相加。',
    'A department’s figures hold all its units; its own office is one of them. Do not add the two.',
  ],
  'learn.table': ['空表也要公开', 'Empty tables count'],
  'learn.table.text': [
    '没有政府性基金支出的，也要公开空表并说明；空表不是零，也不是没公开。',
    'Where there is nothing to print, the empty table has to be published, and said to be empty.',
  ],
  'learn.pair': ['比上年', 'Against last year'],
  'learn.pair.text': [
    '先看增减多少，再看说明里讲的原因；“变了什么，为什么”把原话放在一起。',
    'See the change, then the reason that the agency gives in its own words.',
  ],
  'learn.bars': ['“三公”经费', 'The three publics'],
  'learn.bars.text': [
    '因公出国（境）、公务用车、公务接待三项，要逐年比、和同类的部门比。',
    'Overseas travel, cars and receptions: compare over the years and with peers.',
  ],
  'learn.target': ['绩效目标', 'Performance targets'],
  'learn.target.text': [
    '每个项目都该写清要做成什么，用什么指标衡量；笼统的目标等于没有。',
    'Each project should say what it is to achieve, and by which indicators that is told.',
  ],
  'learn.mark': ['数要对得上', 'Figures agree'],
  'learn.mark.text': [
    '表内、表间、表和说明里的数都有关系；对不上的在“核对结果”里，点开能看原文。',
    'Figures within and between tables and words are related; what disagrees is listed with its place.',
  ],
  'learn.glossary': ['名词解释', 'Terms'],
  'learn.glossaryLead': [
    '点名词，查哪些地方用到。',
    'In Chinese, as documents explain them; select one to search for it.',
  ],
  'learn.method': ['数从哪里来，哪些说不了', 'Where figures come from, and what cannot be told'],
  'learn.method.read': [
    '每个数都由程序从公开的原文读出，点开能看它在原文的位置。2026 年 11 月在 18 个城市、一个部委的真实文本上量：表里印出的 27,851 个金额，93.5% 认出了含义，6.5% 按原样保留，没有丢掉的；说明里的数读懂 97.1%。逐份的结果在项目的 docs/coverage.md。',
    'Every figure is read by program from the published document. Measured in November 2026 on real documents of 18 cities: of 27,851 printed amounts 93.5% were understood, 6.5% kept as printed, none lost; 97.1% of the figures in words were understood (docs/coverage.md).',
  ],
  'learn.method.check': [
    '核对由规则自动做，可能有错；公开的问题经过发布，单位的说明列在旁边。规则报得准不准逐条读过，方法和结果在 docs/judging.md。',
    'Checks are made by rules and may err; what is shown was released, with the agency’s answer beside it. How precise they are is told in docs/judging.md.',
  ],
  'learn.method.states': [
    '“未收录”只说明这里没有这份文件，不等于没有公开。没有读出的不当作零，没有印的不当作没有。',
    '“Not collected” is not “not published”. What was not read is not zero.',
  ],
  'learn.method.sums': [
    '合计只加已收录的；部门公开了的，所属单位不再相加。金额都按当年价格，没有扣除物价。',
    'Sums are of what was collected; units are not added where their department has published. Amounts are in prices of their year.',
  ],
  'learn.method.limits': [
    '不同地方的职责划分不同，同名部门不一定可比；同类不足五个的不给中位数。',
    'Duties differ between places; agencies of one name need not be comparable. No median is given of fewer than five.',
  ],
} as const;
