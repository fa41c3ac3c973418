/** What to tell of a password that is not there or not right. The password itself is in no message. */
import { UnreadableInput } from '../unreadable.ts';

/** The error of a file that opens only with a password: none was given, or not the right one. */
export const locked = (password: string | undefined): UnreadableInput =>
  new UnreadableInput(
    'encrypted',
    password === undefined
      ? '文件加了密码，打不开；请给出打开密码（命令行 --password，网页上的“打开密码”），或先取消密码再读。'
      : '密码不对，打不开这个文件；请核对打开密码。',
  );

/** The error of a way of protecting that is not known here. */
export const unknownProtection = (cause?: unknown): UnreadableInput =>
  new UnreadableInput('encrypted', '文件的加密方式不认识，打不开；请用 WPS 或 Office 取消密码、另存后再读。', {
    cause,
  });
