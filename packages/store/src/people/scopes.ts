/** What a token may reach: a part of the office, to read or also to write. */
export const SCOPES = {
  'work:read': '看预算、调整和附件',
  'work:write': '编、办预算、调整和附件',
  'library:read': '看项目库',
  'library:write': '办项目库',
  'execution:read': '看执行',
  'execution:write': '记执行',
  'performance:read': '看绩效、调查、监测',
  'performance:write': '填、办绩效、调查、监测',
  'reviews:read': '看审核',
  'reviews:write': '办审核',
  'audit:read': '看审计记录',
} as const;
export type Scope = keyof typeof SCOPES;
