/** Telling that the database was not there from what it says of a question. */

/** SQLSTATE classes 08 (connection) and 57P (the server stops or starts), 53300 (too many connections), 53100 (its disk is full), and what the system says of sockets and full disks. */
const CODES =
  /^(?:08...|57P0[1-5]|53300|53100|ENOSPC|EDQUOT|ECONN(?:REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;
/** What `pg` says without a code. */
const WORDS = /^(?:Connection terminated|Client has encountered a connection error|timeout expired)/;

/** Whether the database could not be reached, or went away: the same question may be answered in a while. */
export function isDatabaseLost(error: unknown): boolean {
  const { code, syscall, message } = (error ?? {}) as NodeJS.ErrnoException;
  // A socket that is not there yet; of a file ENOENT means something else.
  if (code === 'ENOENT') return syscall === 'connect';
  return (typeof code === 'string' && CODES.test(code)) || WORDS.test(message ?? '');
}
