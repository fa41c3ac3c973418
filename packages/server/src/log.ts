/** The server's log: one line of JSON each. */
import { type DestinationStream, type Logger, pino } from 'pino';

/** The id of a visitor's check in a path of ours, of a page or of a file. Whoever knows it sees the check. */
const ID_OF_CHECK = /(checks?[\\/]{1,2})[\w%-]{24,}/g;

/** Writes to `stream`; ids of checks are left out wherever they stand, also in what an error says. */
export const createLog = (level: string, stream: DestinationStream): Logger =>
  pino({ level, base: null, hooks: { streamWrite: (line) => line.replace(ID_OF_CHECK, '$1…') } }, stream);
