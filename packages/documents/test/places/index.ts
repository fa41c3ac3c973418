/** All layouts: of one made-up department, as each place would print it. */
import type { Layout } from '../../src/layout.ts';
import { central } from './central.ts';
import { county } from './county.ts';
import { finalAccounts } from './final.ts';
import { finalDetails } from './final-details.ts';
import { gansu } from './gansu.ts';
import { guangxi } from './guangxi.ts';
import { heilongjiang } from './heilongjiang.ts';
import { henan } from './henan.ts';
import { hubei } from './hubei.ts';
import { hunan } from './hunan.ts';
import { jiangsu } from './jiangsu.ts';
import { national } from './national.ts';
import { shanxi } from './shanxi.ts';
import { sichuan } from './sichuan.ts';
import { xinjiang } from './xinjiang.ts';
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
  finalDetails,
  xinjiang,
  shanxi,
  guangxi,
  gansu,
  county,
  heilongjiang,
  hubei,
};
