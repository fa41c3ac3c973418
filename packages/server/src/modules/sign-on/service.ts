/** Signing in by a provider: what is under way is known to this server and the browser that began, once and for ten minutes. */
import { createHash, randomBytes } from 'node:crypto';
import {
  invitedBy,
  isByProvider,
  linkIdentity,
  listIdentities,
  type OpenedSession,
  type ProvenIdentity,
  type Store,
  signInByIdentity,
  unlinkIdentity,
} from '@mingsuan/store';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { Fault, found } from '../../fault.ts';
import { assureAdministrator, doerOf, type Visit } from '../accounts/service.ts';
import { type Provider, providerOf, type Secrets } from './provider.ts';

const LASTS_MS = 10 * 60_000;
const MOST = 10_000;

interface UnderWay extends Secrets {
  /** Hash of what the browser that began holds. */
  readonly browser: string;
  readonly invitation: string | undefined;
}

const random = (): string => randomBytes(32).toString('base64url');
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

interface With {
  readonly store: Store;
  readonly config: Pick<Config, 'signOn' | 'publicUrl'>;
  readonly log: Logger;
}

/** @throws Fault, ChangeRefused */
export const signOn = ({ store, config, log }: With) => {
  const { signOn: settings, publicUrl } = config;
  const provider = settings && publicUrl !== undefined ? providerOf(settings, publicUrl, log) : undefined;
  const underWay = new LRUCache<string, UnderWay>({ max: MOST, ttl: LASTS_MS });
  const known = (): Provider => {
    if (!provider) throw new Fault('missing', '这里没有设置统一身份认证，请用账号和密码登录。');
    return provider;
  };
  return {
    /** @param browser what the browser holds already, if it began before */
    begin: async (invitation: string | undefined, browser = random()) => {
      const asked = known();
      if (invitation !== undefined) await invitedBy(store.db, invitation);
      const one = { state: random(), nonce: random(), verifier: random(), invitation, browser: hashOf(browser) };
      const url = await asked.begin(one);
      underWay.set(one.state, one);
      return { url, browser };
    },
    finish: async (
      query: string,
      browser: string | undefined,
      visit: Pick<ProvenIdentity, 'address' | 'agent'>,
    ): Promise<OpenedSession> => {
      const asked = known();
      const state = new URLSearchParams(query).get('state') ?? '';
      const one = underWay.get(state);
      // Whatever comes of it, it is used.
      underWay.delete(state);
      if (!one || browser === undefined || hashOf(browser) !== one.browser)
        throw new Fault('not-yet', '这次登录已经用过、过了十分钟，或不是在这个浏览器里开始的，请重新登录。');
      const identity = await asked.finish(query, one);
      const session = await signInByIdentity(store, { ...identity, ...visit, invitation: one.invitation });
      if (session === 'unknown')
        throw new Fault(
          'forbidden',
          `${settings!.name}里的“${identity.subject}”还没有对应的账号，请把这个编号告诉管理员，或先打开邀请链接再登录。`,
        );
      if (session === 'disabled') throw new Fault('forbidden', '账号已停用，请找管理员。');
      return session;
    },
    /** Where the browser goes to sign out at the provider too, of a session that began there. */
    end: async (session: number): Promise<string | undefined> =>
      provider && (await isByProvider(store, session)) ? provider.end() : undefined,
    identities: (visit: Visit) => {
      assureAdministrator(visit);
      return listIdentities(store);
    },
    link: async (visit: Visit, personId: number, subject: string) => {
      assureAdministrator(visit);
      known();
      const { issuer } = settings!;
      return { id: found(await linkIdentity(store, personId, { issuer, subject }, doerOf(visit)), '这个人') };
    },
    unlink: async (visit: Visit, id: number) => {
      assureAdministrator(visit);
      if (!(await unlinkIdentity(store, id, doerOf(visit)))) found(undefined, '这个对应');
    },
  };
};

export type SignOn = ReturnType<typeof signOn>;
