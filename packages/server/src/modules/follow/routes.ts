import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { jsonEndpoint } from '../../http/endpoint.ts';
import type { Api, AppEnv } from '../../http/env.ts';
import { ApiProblem } from '../../http/problem.ts';
import type { Services } from '../../services.ts';
import { subscriptionAnswer, subscriptionAsked } from './contract.ts';
import { mailerOf } from './mail.ts';
import { answers, ask } from './service.ts';

/** `/subscriptions`, and the pages that mails lead to: opening one changes nothing, for programs that look at mail open links. */
export function followRoutes(app: Api, { store, config, log }: Services): void {
  const mailer = mailerOf(config);
  const { about, confirm, end } = answers(store);
  jsonEndpoint(
    app,
    {
      method: 'post',
      path: '/subscriptions',
      tag: '开放数据',
      summary: '用邮件订阅新收录的：先发一封确认信；管理员设了发信的服务器才有',
      problems: [400, 404, 502],
      body: subscriptionAsked,
      answer: subscriptionAnswer,
      status: 202,
    },
    async ({ body: { email, ...followed } }) => {
      if (!mailer || config.publicUrl === undefined)
        throw new ApiProblem(404, '这里没有开邮件订阅，可以用 Atom 或 JSON Feed。');
      try {
        await ask(store, mailer, config.publicUrl, email, followed);
      } catch (err) {
        log.error({ err }, 'mail not sent');
        throw new ApiProblem(502, '确认信没有发出去，请稍后再试。');
      }
      return { sent: true as const };
    },
  );
  app.get('/follow/:act{confirm|stop}/:token{[A-Za-z0-9_-]{43}}', async (c) => {
    const what = await about(c.req.param('token'));
    if (what === undefined) return page(c, '这个链接已经没有用了：没有确认的七天后忘掉，退订的不留下。', 404);
    const word = c.req.param('act') === 'confirm' ? '确认订阅' : '退订';
    return page(c, `${word}：${what}？`, 200, word);
  });
  app.post('/follow/:act{confirm|stop}/:token{[A-Za-z0-9_-]{43}}', async (c) => {
    const token = c.req.param('token');
    if (c.req.param('act') === 'stop') {
      await end(token);
      return page(c, '已经退订，邮箱地址不再留在这里。');
    }
    return (await confirm(token))
      ? page(c, '订好了：有新收录的，一天一封信。每封信里都能退订。')
      : page(c, '这个链接已经没有用了，请重新订阅。', 404);
  });
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);

/** As the portal looks, and the button large enough for a thumb. */
const STYLE =
  'body{font:16px/1.7 system-ui,sans-serif;color:#1f2328;background:#f6f6f3;margin:0}main{max-width:32rem;margin:10vh auto;padding:0 16px}button{font:inherit;min-height:44px;padding:0 24px;color:#fff;background:#1f4e79;border:0;border-radius:6px}a{color:#1f4e79;display:inline-block;padding:10px 0}';

/** Nothing loads and nothing runs; its button comes back here. */
const FORM_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** A page of one sentence and at most one button, for whoever comes from a mail. */
const page = (c: Context<AppEnv>, told: string, status: 200 | 404 = 200, button?: string) =>
  c.html(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>明算</title><style>${STYLE}</style><main><h1>明算</h1><p>${escaped(told)}</p>${button ? `<form method="post"><button>${button}</button></form>` : ''}<p><a href="/">回到首页</a></p></main></html>`,
    status,
    { 'cache-control': 'no-store', 'content-security-policy': FORM_POLICY },
  );
