export const operator = {
  'operator.signIn': ['管理员', 'Operator'],
  'operator.signOut': ['退出管理员', 'Sign out as operator'],
  'operator.lead': [
    '管理员可以核销公开文本里的问题。令牌只留在这个标签页里，关掉就没有了。',
    'The operator may dismiss problems of published documents. The token stays in this tab only.',
  ],
  'operator.token': ['管理员令牌', 'Operator’s token'],
  'operator.go': ['进入', 'Sign in'],
  'operator.wrong': ['令牌不对，请照着服务器的 MINGSUAN_ADMIN_TOKEN 再输一次。', 'This is not the server’s token.'],
  'operator.dismissScope': [
    '核销对所有读者生效：问题仍然列出，注明理由，但不再计入错误和警告。随时可以撤销。',
    'For all readers: the problem stays listed with the reason, and no longer counts. It can be reinstated.',
  ],
} as const;
