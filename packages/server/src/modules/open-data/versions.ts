/** Which version of the data a bulk file is of. */
import type { Dataset, DataVersion, DataVersions } from '@mingsuan/store';

/** The newest of some; undefined where there is none. */
export const newestOf = (versions: readonly (DataVersion | null)[]): DataVersion | undefined =>
  versions.reduce<DataVersion | undefined>(
    (newest, one) => (one && one.version > (newest?.version ?? 0) ? one : newest),
    undefined,
  );

/** The newest of what its rows are made of; undefined where nothing came in yet, and of what comes with the program. */
export const versionOf = ({ of }: Dataset, versions: DataVersions): DataVersion | undefined =>
  newestOf(of.map((subject) => versions[subject]));
