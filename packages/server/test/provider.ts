/** A provider of sign-in at this machine, and a browser that signs in there: whoever says a name is that person. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT = 'mingsuan';
export const SECRET = 'a-secret-of-the-client-of-32-characters';

export interface TestProvider {
  readonly issuer: string;
  close(): Promise<void>;
}

export async function openProvider(site: string): Promise<TestProvider> {
  let answer: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => answer!(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: SECRET,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${site}/office/signed-in`],
        post_logout_redirect_uris: [`${site}/office/work`],
      },
    ],
    // A provider may well tell an address that it never looked at.
    claims: { openid: ['sub', 'email', 'email_verified'] },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: 'boss@example.gov.cn', email_verified: false }),
    }),
    conformIdTokenClaims: false,
  });
  answer = provider.callback();
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const MOST_HOPS = 20;

/** Signs in as `login` and consents. @returns what the browser is sent back with, behind the `?` */
export async function signInAt(begun: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = begun;
  let form: URLSearchParams | undefined;
  for (let hop = 0; hop < MOST_HOPS; hop++) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      jar.set(name!, value!);
    }
    const location = answer.headers.get('location');
    const page = await answer.text();
    if (location !== null) {
      const next = new URL(location, url);
      if (next.origin !== new URL(begun).origin) return next.search.slice(1);
      url = next.href;
      form = undefined;
      continue;
    }
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (action === undefined) throw new Error(`the provider asked for nothing: ${page.slice(0, 300)}`);
    url = new URL(action, url).href;
    form = new URLSearchParams({ prompt: /name="prompt" value="(\w+)"/.exec(page)![1]!, login, password: 'any' });
  }
  throw new Error('the provider did not come to an end');
}
