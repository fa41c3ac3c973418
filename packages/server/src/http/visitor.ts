/** Who asks: the address of the connection, or what our own proxies say stood before them. */
import { isIP } from 'node:net';
import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

/** The IP address of who asks; `proxies`: how many of our own stand between. */
export function addressOf(c: Context<AppEnv>, proxies: number): string {
  const direct = c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1';
  if (proxies === 0) return direct;
  const named = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  const address = named.at(-proxies);
  return address && isIP(address) ? address : direct;
}

/** An IPv6 visitor has a whole /64 of addresses. */
export const visitorOf = (address: string): string =>
  isIP(address) === 6 && !address.startsWith('::ffff:') ? `${expand(address).slice(0, 4).join(':')}::/64` : address;

/** Whether an address is this very machine, in IPv4, IPv6 or the one within the other. */
export const isLoopback = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address);

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const first = head.split(':').filter((part) => part !== '');
  if (tail === undefined) return first;
  const last = tail.split(':').filter((part) => part !== '');
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => '0'), ...last];
}
