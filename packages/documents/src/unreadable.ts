/** Why a whole input could not be read. The message is one Chinese sentence: what, where, what to do. */
export type UnreadableCode =
  | 'missing'
  | 'empty'
  | 'too-large'
  | 'unsupported'
  | 'damaged'
  | 'encrypted'
  | 'scanned'
  | 'no-permission'
  | 'timeout'
  | 'internal';

export class UnreadableInput extends Error {
  override readonly name = 'UnreadableInput';
  readonly code: UnreadableCode;

  constructor(code: UnreadableCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
