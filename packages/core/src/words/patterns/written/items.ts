/** One sentence or two for each functional item. */
export const ITEM_SENTENCES = {
  'item-executed':
    '{index}、{item}{it}万元，主要用于{purpose}。{base}预算执行数为{it:last}万元，{year}年预算{it:against}{reason}。',
  'item-budget': '{index}、{item}{it}万元，主要用于{purpose}。{it:against}{reason}。',
  'item-amount': '{index}、{item}{it}万元，主要用于{purpose}。',
  'item-final':
    '{index}、{item}。主要用于{purpose}。年初预算为{it:initial}万元，支出决算为{it}万元[，完成年初预算的{it:completion}]。决算数{it:order}预算数{order-reason}。',
  'item-unplanned': '{index}、{item}支出决算为{it}万元，年初预算为{it:initial}万元。主要用于{purpose}。',
} as const;
