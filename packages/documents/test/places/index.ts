/** All layouts: of one made-up department, as each place would print it. */
import type { Layout } from '../../src/layout.ts';
import { central } from './central.ts';
import { finalAccounts } from './final.ts';
import { henan } from './henan.ts';
import { hunan } from './hunan.ts';
import { jiangsu } from './jiangsu.ts';
import { national } from './national.ts';
import { sichuan } from './sichuan.ts';
import { yunnan } from './yunnan.ts';

export const PLACES: Readonly<Record<string, () => Layout>> = {
  national,
  sichuan,
  yunnan,
  hunan,
  jiangsu,
  central,
  henan,
  finalAccounts,
};
