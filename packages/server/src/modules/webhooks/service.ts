/** The administrator's addresses of other programs: public ones by https, told of the events of the transition tables. */
import { isIP } from 'node:net';
import { EVENTS } from '@mingsuan/core/process/tables';
import {
  addWebhook,
  deleteWebhook,
  editWebhook,
  listDeliveries,
  listWebhooks,
  renewWebhookSecret,
  type Store,
  sendAgain,
  tryWebhook,
  type WebhookEdit,
  type WebhookFields,
} from '@mingsuan/store';
import { Fault, found } from '../../fault.ts';
import { isPublic } from '../../links/addresses.ts';
import { assureAdministrator, doerOf, type Visit } from '../accounts/service.ts';

const KNOWN: ReadonlySet<string> = new Set(EVENTS.flatMap(({ events }) => events.map(({ id }) => id)));
const THIS = '这个网址';

/** What a name leads to is looked at each time that something is sent there. @throws Fault */
function assureUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:') throw new Fault('wrong', '网址要以 https:// 开头。');
  if (url.username || url.password) throw new Fault('wrong', '网址里不能有用户名和密码。');
  const name = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(name) ? !isPublic(name) : !name.includes('.'))
    throw new Fault('forbidden', '网址指向内部网络的地址，不能通知到那里。');
}

function assureEvents(events: readonly string[]): void {
  if (events.length === 0) throw new Fault('wrong', '请选通知哪些事。');
  const unknown = events.find((one) => !KNOWN.has(one));
  if (unknown !== undefined) throw new Fault('wrong', `没有“${unknown}”这样的事，可选的见列表。`);
}

/** @throws Fault, ChangeRefused */
export const webhooks = ({ store }: { readonly store: Store }) => ({
  list: async (visit: Visit) => {
    assureAdministrator(visit);
    return { events: EVENTS, webhooks: await listWebhooks(store) };
  },
  add: async (visit: Visit, { url, events }: WebhookFields) => {
    assureAdministrator(visit);
    assureUrl(url);
    assureEvents(events);
    return addWebhook(store, { url, events: [...new Set(events)] }, doerOf(visit));
  },
  edit: async (visit: Visit, id: number, edit: WebhookEdit) => {
    assureAdministrator(visit);
    if (edit.events) assureEvents(edit.events);
    if (!(await editWebhook(store, id, edit, doerOf(visit)))) found(undefined, THIS);
  },
  renew: async (visit: Visit, id: number) => {
    assureAdministrator(visit);
    return { id, secret: found(await renewWebhookSecret(store, id, doerOf(visit)), THIS) };
  },
  remove: async (visit: Visit, id: number) => {
    assureAdministrator(visit);
    if (!(await deleteWebhook(store, id, doerOf(visit)))) found(undefined, THIS);
  },
  trial: async (visit: Visit, id: number) => {
    assureAdministrator(visit);
    if (!(await tryWebhook(store, id))) found(undefined, THIS);
  },
  deliveries: (visit: Visit, id: number) => {
    assureAdministrator(visit);
    return listDeliveries(store, id);
  },
  again: async (visit: Visit, id: number) => {
    assureAdministrator(visit);
    if (!(await sendAgain(store, id))) found(undefined, '这条没有送到的通知');
  },
});
