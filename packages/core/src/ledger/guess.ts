/** How such a figure came to stand: taken over from last year, shared out of printed sums, what sums leave over, of a purchase that no project is named for, or of a class or fund that an export does not say. */
export const GUESSES = ['last-year', 'spread', 'remainder', 'section', 'withheld', 'payer', 'assumed'] as const;

export type Guess = (typeof GUESSES)[number];

/** The words for each, for the form and for messages. */
export const GUESS_NAMES: Readonly<Record<Guess, string>> = {
  'last-year': '上年数',
  spread: '按合计分摊',
  remainder: '未列名项目的余数',
  withheld: '合计中没有列出的科目',
  section: '按“三公”经费表补的经济科目',
  payer: '没有写明由哪个项目采购的',
  assumed: '导入时没有认出类别或资金性质的',
};
