/** The formats that are written document by document; each is loaded only when it is asked for. Reports: `../report/`. */
import type { Format, Style } from '../work/job.ts';
import type { CheckFormatter, ReadFormatter } from './formatter.ts';

/** How readings are written in a format, one document after the other. */
export async function readFormatter(format: Format, style: Style): Promise<ReadFormatter> {
  switch (format) {
    case 'json':
      return (await import('./json.ts')).jsonOfReadings;
    case 'csv':
      return (await import('./csv.ts')).csvOfReadings;
    case 'sarif':
      return (await import('./sarif.ts')).sarifOfReadings;
    case 'pretty':
      return (await import('./pretty-read.ts')).prettyReadings(style);
    default:
      throw new RangeError(`${format} is no format of single documents`);
  }
}

/** How findings are written in a format, one document after the other. */
export async function checkFormatter(format: Format, style: Style): Promise<CheckFormatter> {
  switch (format) {
    case 'json':
      return (await import('./json.ts')).jsonOfChecks;
    case 'csv':
      return (await import('./csv.ts')).csvOfChecks;
    case 'sarif':
      return (await import('./sarif.ts')).sarifOfChecks;
    case 'pretty':
      return (await import('./pretty-check.ts')).prettyChecks(style);
    default:
      throw new RangeError(`${format} is no format of single documents`);
  }
}
