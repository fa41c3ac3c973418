/**
 * Room on the disk, asked before something is written: a database whose disk runs full stops in the middle of its work, and
 * an embedded one takes the whole process along.
 */
import { statfs } from 'node:fs/promises';

const MEGABYTE = 1024 * 1024;
/** What stays free for the database's own work, in bytes. */
const RESERVE = 128 * MEGABYTE;

export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

/** @param bytes of what is about to be written below `folder`. @throws DiskFull where less than that and a reserve is free */
export async function assureSpace(folder: string, bytes = 0): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= bytes + RESERVE) return;
  const megabytes = (amount: number): number => Math.ceil(amount / MEGABYTE);
  throw new DiskFull(
    `磁盘空间不够：${folder} 所在的磁盘还剩 ${megabytes(free)} MB，至少要有 ${megabytes(bytes + RESERVE)} MB 才能继续接收和导入；腾出空间后会自动继续，已收录的不受影响。`,
  );
}
