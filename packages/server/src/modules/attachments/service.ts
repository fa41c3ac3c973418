/** Attachments: whoever sees an item of work sees its files, experts those of the projects that they were asked to review. */
import {
  attachFiles,
  attachingAs,
  attachmentsOf,
  type DocumentInput,
  getWork,
  isChangeable,
  mayView,
  projectReviewers,
  type Store,
  withdrawAttachment,
} from '@mingsuan/store';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { found, roomFor } from '../../fault.ts';
import { plainName } from '../../plain-name.ts';
import type { Visit } from '../accounts/service.ts';
import { sight, today } from '../work/sight.ts';
import { attachmentKind, EXTENSIONS } from './kinds.ts';
import { scanned } from './scan.ts';

interface Needs {
  readonly store: Store;
  readonly config: Pick<Config, 'attachmentBytes' | 'scan' | 'dataDir'>;
  readonly log: Logger;
}

/** @throws Fault `missing` for what a person does not see, whether it is there or not; ChangeRefused for what may not be done */
export const attachments = ({ store, config, log }: Needs) => {
  const { db } = store;
  const { workerAt } = sight({ store });
  const seen = async (visit: Visit, id: number) => {
    const item = await getWork(db, id, today());
    const worker = await workerAt(visit, item?.unitId ?? 0);
    const isSeen =
      item !== undefined &&
      (mayView(worker.roles) ||
        (item.process === 'project' &&
          (await projectReviewers(db, id)).some(({ personId }) => personId === visit.person.id)));
    return { item: found(isSeen ? item : undefined, '这项工作'), worker };
  };
  return {
    assureSeen: async (visit: Visit, id: number) => void (await seen(visit, id)),
    list: async (visit: Visit, id: number) => {
      const { item, worker } = await seen(visit, id);
      const all = await attachmentsOf(db, id);
      return {
        mayAttach: attachingAs(item, worker) !== undefined,
        mayWithdraw: attachingAs(item, worker) !== undefined && isChangeable(item),
        mostBytes: config.attachmentBytes,
        extensions: EXTENSIONS,
        attachments: all.map(({ kind: _, role: __, ...rest }) => rest),
      };
    },
    /** All of them or none. */
    add: async (visit: Visit, id: number, files: readonly DocumentInput[], about: string) => {
      const { worker } = await seen(visit, id);
      const given = files.map(({ name, bytes }) => {
        const plain = plainName(name);
        return { about, name: plain, kind: attachmentKind(plain, bytes), bytes };
      });
      await roomFor(
        config.dataDir,
        given.reduce((sum, { bytes }) => sum + bytes.length, 0),
      );
      for (const file of given) await scanned(config, log, file);
      return { ids: await attachFiles(store, id, given, worker) };
    },
    withdraw: async (visit: Visit, id: number, attachment: number) => {
      const { worker } = await seen(visit, id);
      await withdrawAttachment(store, id, attachment, worker);
    },
    file: async (visit: Visit, id: number, attachment: number) => {
      await seen(visit, id);
      const one = (await attachmentsOf(db, id)).find((each) => each.id === attachment);
      const { name, sha256 } = found(one?.isKept ? one : undefined, '这个附件');
      return { name, bytes: found(await store.files.get(sha256), '这个附件') };
    },
  };
};
