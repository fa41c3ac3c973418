/** The columns of an export of facts, in their order; each meaning in Chinese and English. */
export const COLUMNS = [
  { id: 'disclosure_id', meaning: ['公开文本的编号', 'Number of the disclosure'] },
  { id: 'region, region_name', meaning: ['区划代码和名称', 'Region: code and name'] },
  {
    id: 'agency_id, agency_code, agency',
    meaning: ['部门或单位：编号、预算编码、名称', 'Agency: number, budget code, name'],
  },
  { id: 'level', meaning: ['department 部门，unit 单位', 'department or unit'] },
  { id: 'year, stage', meaning: ['年度；budget 预算，final-accounts 决算', 'Year; budget or final-accounts'] },
  {
    id: 'form',
    meaning: [
      '哪张表：balance 收支总表，revenue 收入总表，expenditure 支出总表等',
      'Which table: balance, revenue, expenditure, …',
    ],
  },
  {
    id: 'row_key, row_label',
    meaning: ['行：分类编码或行名；total 是合计', 'Row: classification code or label; total is the total'],
  },
  {
    id: 'side',
    meaning: ['收支总表的哪一边：revenue 收入，expenditure 支出', 'Side of a balance: revenue or expenditure'],
  },
  {
    id: 'is_leaf',
    meaning: ['表里没有它的下级：求和只取这些行', 'Nothing beside it is a part of it: sum these rows only'],
  },
  {
    id: 'in_department',
    meaning: ['它的部门的文本也在这里：求和不算它', 'Its department is here too: leave it out of sums'],
  },
  { id: 'phase', meaning: ['approved 批复的预算，actual 决算', 'approved budgets, actual accounts'] },
  { id: 'is_partial', meaning: ['这张表有没读出的栏或行', 'A part of the table was not read'] },
  { id: 'column', meaning: ['列：total 合计，basic 基本支出，project 项目支出等', 'Column: total, basic, project, …'] },
  { id: 'fen', meaning: ['金额，整数，单位为分（0.01 元），没有舍入', 'Amount: integer fen (0.01 yuan), not rounded'] },
  { id: 'text', meaning: ['原文印的样子', 'As printed'] },
  { id: 'page, sheet, address, line', meaning: ['在原文件里的位置', 'Place in the source file'] },
  { id: 'document_sha256', meaning: ['原文件的 SHA-256，可以核对文件没有变', 'SHA-256 of the source file'] },
] as const;
