/** Which fonts set the pages: 思源宋体, which comes along, and in its place those of a folder that the reader names, for the faces that official papers ask for. */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Face } from '@mingsuan/core/templates/index';
import { UnreadableInput } from '../../unreadable.ts';

/** The family that has every character. */
const USUAL = 'Noto Serif SC';

/** Families of each face, the likest first: those of Windows and the public sector, then open ones. 宋体 is what comes along. */
const FAMILIES: Readonly<Record<Face, readonly string[]>> = {
  宋体: [],
  黑体: ['SimHei', 'FZHei-B01', 'FZHei-B01S', 'STHeiti', 'Noto Sans CJK SC', 'Source Han Sans SC', 'FandolHei'],
  仿宋: [
    'FangSong_GB2312',
    'FangSong',
    'FZFangSong-Z02',
    'FZFangSong-Z02S',
    'STFangsong',
    'Zhuque Fangsong (technical preview)',
    'FandolFang R',
  ],
  楷体: [
    'KaiTi_GB2312',
    'KaiTi',
    'FZKai-Z03',
    'FZKai-Z03S',
    'STKaiti',
    'LXGW WenKai GB',
    'LXGW WenKai',
    'AR PL UKai CN',
    'FandolKai',
  ],
  小标宋: ['FZXiaoBiaoSong-B05', 'FZXiaoBiaoSong-B05S', 'STZhongsong'],
};

/** The families that set a face, in the order that they are tried for each character. */
export const familiesOf = (face: Face = '宋体'): readonly string[] => [...FAMILIES[face], USUAL];

/** The font files: those that come along, and those of `folder`. @throws UnreadableInput where there is no such folder */
export function fontFiles(folder = process.env.MINGSUAN_FONTS): string[] {
  const { resolve } = createRequire(import.meta.url);
  const own = ['400Regular/NotoSerifSC_400Regular', '700Bold/NotoSerifSC_700Bold'].map((name) =>
    resolve(`@expo-google-fonts/noto-serif-sc/${name}.ttf`),
  );
  return folder ? [...own, ...filesIn(folder)] : own;
}

function filesIn(folder: string): string[] {
  try {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return found.filter((name) => /\.(?:ttf|otf|ttc)$/i.test(name)).map((name) => join(folder, name));
  } catch {
    throw new UnreadableInput('missing', `MINGSUAN_FONTS 写的字体文件夹打不开：${folder}。请核对。`);
  }
}
