/**
 * What a service could not do, in one Chinese sentence for whoever asked, and what kind of obstacle it was. Services know
 * no HTTP: `http/problem.ts` says with which status each kind is answered.
 */
import { type Withdrawal, withdrawalNotice } from '@mingsuan/core/model/withdrawal';
import { assureSpace, DiskFull } from '@mingsuan/store';

export type Obstacle =
  /** What was asked is wrong in itself. */
  | 'wrong'
  | 'forbidden'
  /** There is no such thing, or no more. */
  | 'missing'
  /** There was one, and it was taken back. */
  | 'gone'
  | 'not-yet'
  | 'too-large'
  /** The file cannot be worked with. */
  | 'unusable'
  /** One visitor asks for too much at once. */
  | 'too-many'
  /** Another host gave nothing. */
  | 'unreachable'
  /** The server has too much to do, or is stopping. */
  | 'busy'
  /** The server's disk has no room for it. */
  | 'no-room';

export class Fault extends Error {
  override readonly name = 'Fault';
  readonly obstacle: Obstacle;
  /** After so many seconds it may go. */
  readonly retryAfter: number | undefined;

  constructor(obstacle: Obstacle, message: string, retryAfter?: number) {
    super(message);
    this.obstacle = obstacle;
    this.retryAfter = retryAfter;
  }
}

/** What was published and taken back: why, when and by whom. */
export class Gone extends Fault {
  readonly withdrawn: Withdrawal;

  constructor({ kind, at, person, reason }: Withdrawal) {
    const withdrawn = { kind, at, person, reason };
    super('gone', withdrawalNotice(withdrawn, 'zh'));
    this.withdrawn = withdrawn;
  }
}

/** @param bytes of what is about to be kept below `folder`. @throws Fault `no-room`; the visitor is not told where the server keeps what */
export async function roomFor(folder: string, bytes: number): Promise<void> {
  await assureSpace(folder, bytes).catch((error: unknown) => {
    if (error instanceof DiskFull)
      throw new Fault('no-room', '服务器的磁盘快满了，暂时不能接收文件；已收录的照常可查，请稍后再试或告诉管理员。');
    throw error;
  });
}

/** The value that was looked for. @throws Fault `missing` where there is none; `what` as in “没有这个单位” */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Fault('missing', `没有${what}，请检查编号。`);
  return value;
}
