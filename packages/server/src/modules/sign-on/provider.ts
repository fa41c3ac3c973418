/**
 * The provider of sign-in, asked as OpenID Connect says: by a code that only who began can use (PKCE, state, nonce), with the signature of
 * what it tells verified. No settings but its address: the rest it tells itself.
 */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  None,
  ResponseBodyError,
} from 'openid-client';
import type { Logger } from 'pino';
import type { SignOnSettings } from '../../config.ts';
import { Fault } from '../../fault.ts';

/** What only our server knows of a sign-in that is under way. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Provider {
  /** Where the browser goes to. @throws Fault */
  begin(secrets: Secrets): Promise<string>;
  /** Who came back with this query. @throws Fault */
  finish(query: string, secrets: Secrets): Promise<{ readonly issuer: string; readonly subject: string }>;
  /** Where the browser ends its session with the provider, coming back to us; undefined where it says none, or nothing. */
  end(): Promise<string | undefined>;
}

/** The page that the provider sends the browser back to. */
export const CALLBACK = '/office/signed-in';
const AFTER = '/office/work';

const KNOWN_MS = 3_600_000;
const TIMEOUT_SECONDS = 10;

/** @param site our own address, without a slash at the end */
export function providerOf(settings: SignOnSettings, site: string, log: Logger): Provider {
  let known: { readonly until: number; readonly configuration: Promise<Configuration> } | undefined;
  const configuration = (): Promise<Configuration> => {
    if (!known || known.until < Date.now()) {
      const asked = configurationOf(settings);
      known = { until: Date.now() + KNOWN_MS, configuration: asked };
      asked.catch(() => {
        if (known?.configuration === asked) known = undefined;
      });
    }
    return known.configuration;
  };
  const asking = async <T>(ask: (configuration: Configuration) => Promise<T> | T): Promise<T> => {
    try {
      return await ask(await configuration());
    } catch (error) {
      log.warn({ err: error }, 'sign-in by the provider failed');
      throw faultOf(error, settings.name);
    }
  };
  return {
    begin: ({ state, nonce, verifier }) =>
      asking(async (known) => {
        const challenge = await calculatePKCECodeChallenge(verifier);
        const url = buildAuthorizationUrl(known, {
          redirect_uri: site + CALLBACK,
          scope: 'openid',
          code_challenge: challenge,
          code_challenge_method: 'S256',
          state,
          nonce,
        });
        return url.href;
      }),
    finish: (query, { state, nonce, verifier }) =>
      asking(async (known) => {
        const tokens = await authorizationCodeGrant(known, new URL(`${site}${CALLBACK}?${query}`), {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const { iss, sub } = tokens.claims()!;
        // Some tell of one issuer for many; a person is linked at the one that is set.
        if (new URL(iss).href !== new URL(settings.issuer).href)
          throw new Error(`the token is of another issuer, ${iss}`);
        return { issuer: settings.issuer, subject: sub };
      }),
    end: async () => {
      try {
        const known = await configuration();
        if (known.serverMetadata().end_session_endpoint === undefined) return undefined;
        return buildEndSessionUrl(known, { post_logout_redirect_uri: site + AFTER }).href;
      } catch (error) {
        // Who is signed out here is so whatever the provider does.
        log.warn({ err: error }, 'the provider told no address to sign out at');
        return undefined;
      }
    },
  };
}

async function configurationOf({ issuer, clientId, secret }: SignOnSettings): Promise<Configuration> {
  const url = new URL(issuer);
  const isOpen = url.protocol === 'http:';
  const known = await discovery(url, clientId, {}, secret === undefined ? None() : ClientSecretPost(secret), {
    timeout: TIMEOUT_SECONDS,
    execute: isOpen ? [allowInsecureRequests, enableNonRepudiationChecks] : [enableNonRepudiationChecks],
  });
  return known;
}

const MISMATCH = 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED';
const AWAY = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];

/** What went wrong, in one sentence for who wants to sign in; the cause stands in the log. */
function faultOf(error: unknown, name: string): Fault {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  if (error instanceof AuthorizationResponseError)
    return error.error === 'access_denied'
      ? new Fault('forbidden', `没有在${name}完成登录，请重新登录，或用账号和密码登录。`)
      : new Fault('unreachable', `${name}没有受理登录（${error.error}），请稍后再试；仍不行请告诉管理员。`);
  if (error instanceof ResponseBodyError)
    return error.error === 'invalid_client' || error.error === 'unauthorized_client'
      ? new Fault(
          'unreachable',
          `${name}不认本系统的编号或密钥，请告诉管理员核对 MINGSUAN_OIDC_CLIENT 和 MINGSUAN_OIDC_SECRET。`,
        )
      : new Fault('forbidden', `${name}没有认可这次登录（${error.error}），请重新登录。`);
  if (code === MISMATCH && message.includes('issuer'))
    return new Fault('unreachable', `${name}自称的网址和设置的不同，没有登录，请告诉管理员核对 MINGSUAN_OIDC。`);
  // Without a connection fetch throws a TypeError.
  if (AWAY.includes(code) || (error instanceof TypeError && code === ''))
    return new Fault('unreachable', `连不上${name}，请稍后再试，或用账号和密码登录。`);
  return new Fault('forbidden', `${name}给的凭证不对，没有登录，请重新登录；仍不行请告诉管理员。`);
}
