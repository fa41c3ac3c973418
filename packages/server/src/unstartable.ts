/** Why the program did not start, as whoever set it up should hear it. */
import type { Config } from './config.ts';

/** Errors whose message is a sentence for people. */
const TOLD = [
  'InvalidConfig',
  'DataFolderInUse',
  'DatabaseIncomplete',
  'BackupError',
  'ChangeRefused',
  'EngineMissing',
  'ForeignLake',
  'LakeInUse',
  'ClickhouseAway',
  'ClickhouseRefused',
  'ObjectsRefused',
  'FilesAway',
];

const WITHOUT_DATABASE = '请检查 DATABASE_URL 和数据库是否在运行。';

/** By SQLSTATE or the system's code, of a database server. */
const OF_DATABASE: Readonly<Record<string, string>> = {
  ECONNREFUSED: `连不上数据库，${WITHOUT_DATABASE}`,
  ECONNRESET: `数据库断开了连接，${WITHOUT_DATABASE}`,
  ETIMEDOUT: `数据库没有应答，${WITHOUT_DATABASE}`,
  EHOSTUNREACH: `到不了数据库的主机，${WITHOUT_DATABASE}`,
  ENETUNREACH: `到不了数据库的主机，${WITHOUT_DATABASE}`,
  ENOTFOUND: '找不到数据库的主机，请检查 DATABASE_URL 里的主机名。',
  EAI_AGAIN: '找不到数据库的主机，请检查 DATABASE_URL 里的主机名。',
  '28P01': '数据库不接受这个用户名或密码，请检查 DATABASE_URL。',
  '28000': '数据库不接受这个用户，请检查 DATABASE_URL。',
  '3D000': '没有 DATABASE_URL 里写的库，请先建立它，或改正库名。',
  '42501': '数据库的用户没有建表的权限，请给它权限，或换一个用户。',
  '53300': '数据库的连接已经用满，请关掉别的程序，或调大它的上限。',
  '57P03': '数据库正在启动，请过一会儿再启动门户。',
  '53100': '数据库所在的磁盘满了，请腾出空间再启动。',
  // Of a write it is not told to which file.
  ENOSPC: '磁盘满了，请腾出空间再启动。',
};

const OF_DOOR: Readonly<Record<string, string>> = {
  EADDRINUSE: '端口已被占用，请用 PORT 换一个，或先停止占用它的程序。',
  EACCES: '没有使用这个端口的权限，请用 PORT 换一个 1024 以上的。',
  EADDRNOTAVAIL: 'HOST 不是这台机器的地址，请改正后再启动。',
  ENOTFOUND: 'HOST 不是这台机器的地址，请改正后再启动。',
  EAI_AGAIN: 'HOST 不是这台机器的地址，请改正后再启动。',
  EINVAL: 'HOST 不是这台机器的地址，请改正后再启动。',
};

const OF_FOLDER: Readonly<Record<string, string>> = {
  EACCES: '没有读写它的权限，请检查权限或换一个文件夹。',
  EPERM: '没有读写它的权限，请检查权限或换一个文件夹。',
  EROFS: '它在只读的磁盘上，请换一个文件夹。',
  EEXIST: '它不是文件夹，请换一个。',
  ENOTDIR: '它不是文件夹，请换一个。',
  ENOENT: '建不了它，请检查路径。',
  ENAMETOOLONG: '路径太长，请换一个。',
  ENOSPC: '磁盘满了，请腾出空间。',
};

/** One Chinese sentence, or several lines where a folder has several faults; undefined for what is a fault of ours. */
export function whyNotStarted(
  error: unknown,
  config: Pick<Config, 'host' | 'dataDir'> | undefined,
): string | undefined {
  const { name, message, code = '', syscall, hostname, path } = error as NodeJS.ErrnoException & { hostname?: string };
  if (TOLD.includes(name)) return message;
  if (syscall === 'listen' || (hostname !== undefined && hostname === config?.host)) return OF_DOOR[code];
  // Without a password where one is asked for, the driver has no code.
  if (message.startsWith('SASL')) return OF_DATABASE['28P01'];
  if (path === undefined || syscall === 'connect')
    return OF_DATABASE[code] ?? (syscall === 'connect' ? OF_DATABASE.ECONNREFUSED : undefined);
  const why = OF_FOLDER[code];
  return why && `用不了数据文件夹 ${config?.dataDir ?? path}（MINGSUAN_DATA）：${why}`;
}
