export const signOn = {
  'signOn.signIn': ['用{provider}登录', 'Sign in with {provider}'],
  'signOn.accept': ['不设密码，用{provider}登录', 'Set no password: sign in with {provider}'],
  'signOn.again': ['重新登录', 'Sign in again'],
  'signOn.title': ['统一身份认证', 'Single sign-on'],
  'signOn.lead': [
    '写明账号对应{provider}里的哪个编号（sub）。本人打开邀请链接用{provider}登录的，自己就对应好了。邮箱不作依据。',
    'Which subject (sub) of {provider} an account belongs to. Who opens an invitation and signs in with {provider} is linked by that. E-mail addresses link nobody.',
  ],
  'signOn.subject': ['编号（sub）', 'Subject (sub)'],
  'signOn.by': ['谁写明的', 'Linked by'],
  'signOn.link': ['写明对应', 'Link'],
  'signOn.unlink': ['解除', 'Unlink'],
} as const;
