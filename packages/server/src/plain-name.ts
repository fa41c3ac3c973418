const LONGEST_NAME = 120;

/** A visitor's name for a file, to be shown and never to be a path: its last part, without characters that steer a terminal or turn text around. */
export function plainName(name: string): string {
  const plain = (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  return [...plain].slice(0, LONGEST_NAME).join('') || '未命名文件';
}
