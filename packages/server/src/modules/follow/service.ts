/** Following by e-mail: a question to the address itself, and once a day what came in. */
import { regionPath } from '@mingsuan/core/classification/index';
import {
  askSubscription,
  claimSubscription,
  confirmSubscription,
  endSubscription,
  type Followed,
  getAgency,
  latestNews,
  type NewsItem,
  presentAgency,
  type Store,
  type Subscription,
  subscriptionBy,
  toldSubscription,
} from '@mingsuan/store';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { summaryOf } from '../open-data/feed.ts';
import { type Mailer, mailerOf } from './mail.ts';

/** What a subscription is about, in words. */
async function aboutOf(store: Store, { agency, region, q }: Followed): Promise<string> {
  if (q !== undefined) return `新收录的、提到“${q}”的公开文本`;
  const whose =
    region === undefined
      ? agency !== undefined && (await getAgency(store, agency))?.agency.title
      : regionPath(region) || `区划 ${region} `;
  return `${whose || '一个单位'}新收录的公开文本`;
}

/** What a mail's link asks: what it is about, to begin it, to end it. */
export const answers = (store: Store) => ({
  about: async (token: string): Promise<string | undefined> => {
    const known = await subscriptionBy(store, token);
    return known && aboutOf(store, known.about);
  },
  confirm: async (token: string): Promise<boolean> => (await confirmSubscription(store, token)) !== undefined,
  end: (token: string): Promise<boolean> => endSubscription(store, token),
});

/** Asks whoever has the address whether it is wanted; sends nothing where it is followed already, or too much is asked. */
export async function ask(store: Store, mailer: Mailer, site: string, email: string, about: Followed): Promise<void> {
  const asked = await askSubscription(store, email.toLowerCase(), about);
  if (!asked) return;
  const what = await aboutOf(store, about);
  await mailer.send({
    to: asked.email,
    subject: `请确认：在明算订阅${what}`,
    text: `有人（也许是您）用这个邮箱订阅 ${site} 上${what}。\n\n确认订阅请打开：\n${linkOf(site, 'confirm', asked.token)}\n\n不是您订的，不用理会这封信，七天后就忘掉。\n`,
  });
}

/** The page where a mail is answered. */
export const linkOf = (site: string, act: 'confirm' | 'stop', token: string): string =>
  `${site}/follow/${act}/${token}`;

const TICK_MS = 10 * 60_000;

/** Sends what is due, now and every ten minutes. Undefined where mail is off. */
export function startDigests({
  store,
  config,
  log,
}: {
  readonly store: Store;
  readonly config: Config;
  readonly log: Logger;
}): { stop(): void } | undefined {
  const mailer = mailerOf(config);
  const site = config.publicUrl;
  if (!mailer || site === undefined) return undefined;
  const tick = () =>
    sendDue(store, mailer, site).then(
      (sent) => sent > 0 && log.info({ sent }, 'digests sent'),
      (err) => log.error({ err }, 'digests not sent'),
    );
  const timer = setInterval(tick, TICK_MS);
  void tick();
  return { stop: () => clearInterval(timer) };
}

/** Sends all that is due. @returns how many mails; one that is not sent is due again in a quarter of an hour */
export async function sendDue(store: Store, mailer: Mailer, site: string): Promise<number> {
  let sent = 0;
  for (;;) {
    const due = await claimSubscription(store);
    if (!due) return sent;
    const items = (await latestNews(store, await presentOf(store, due.about))).filter(({ at }) => at > due.toldUntil);
    if (items.length > 0) {
      await mailer.send(await digestOf(store, site, due, items));
      sent += 1;
    }
    await toldSubscription(store, due.id, items[0]?.at ?? due.toldUntil);
  }
}

/** An agency that was merged since is the one that it is now. */
async function presentOf(store: Store, about: Followed): Promise<Followed> {
  const { agency } = about;
  return agency === undefined ? about : { agency: (await presentAgency(store, agency)) ?? agency };
}

async function digestOf(store: Store, site: string, { email, about, token }: Subscription, items: readonly NewsItem[]) {
  const what = await aboutOf(store, about);
  const endUrl = linkOf(site, 'stop', token);
  const lines = items.map((item) => `${summaryOf(item)}\n${site}/disclosure/${item.disclosureId}`);
  return {
    to: email,
    subject: `明算：${what}（${items.length} 份）`,
    text: `${lines.join('\n\n')}\n\n—\n您订阅了 ${site} 上${what}。不再收这样的信请打开：\n${endUrl}\n`,
    endUrl,
  };
}
