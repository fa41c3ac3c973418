/** 机关运行经费: printed beside the three publics, and what the portal compares agencies by under the same name. */
import type { Concept } from './concept.ts';

export const AGENCY_OPERATING: Concept = {
  id: 'agency-operating',
  name: '机关运行经费',
  english: 'Agency operating costs',
  role: '机关运行经费',
  wordings: ['<机关|机构>运行经费[<支出|财政拨款|预算支出|支出预算>]', '机关运行费'],
  headers: ['机关运行经费…'],
  nouns: ['机关运行经费', '运行经费'],
  basis: '财预〔2016〕143号：行政单位和参公单位一般公共预算基本支出中的公用经费',
};
