/** What a jurisdiction's folder gives to the loader: its files' plain data, and where each value stands. */
import type { FileFault, Locate } from '../user-file/faults.ts';

export interface SourceFile {
  /** Name within the folder: `template-2026.yaml`. */
  readonly name: string;
  readonly data: unknown;
  readonly locate: Locate;
}

export interface JurisdictionSource {
  /** Name of the folder: it is the jurisdiction's id. */
  readonly id: string;
  /** The folder as it was named, for faults; absent for those that come with the program. */
  readonly where?: string;
  readonly files: readonly SourceFile[];
}

/** What is wrong in a jurisdiction's folder; `file` is `hebei/template-2023.yaml`. */
export interface JurisdictionFault extends FileFault {
  readonly file: string;
}

/** Names of the files of a folder; templates are any number of `template-….yaml`. */
export const FILES = {
  profile: 'profile.yaml',
  explanation: 'explanation.yaml',
  sentences: 'sentences.yaml',
  glossary: 'glossary.yaml',
  rules: 'rules.yaml',
  performance: 'performance.yaml',
} as const;

/** Whether a file of this name makes its folder that of a jurisdiction. */
export const isJurisdictionFile = (name: string): boolean => name === FILES.profile || isTemplateFile(name);

/** Whether a file of this name holds a template. */
export const isTemplateFile = (name: string): boolean => /^template-.+\.yaml$/.test(name);

/** Data whose faults stand nowhere: they come with the program, where a test has seen that they have none. */
export const NOWHERE: Locate = () => ({ line: 1, column: 1 });
