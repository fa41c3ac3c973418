import { describe, expect, it } from 'vitest';
import { AGENCY_KINDS, agencyKindNamed } from '../../src/vocabulary/index.ts';

describe('kinds of agencies', () => {
  it.each<[string, string | undefined]>([
    ['石家庄市财政局', 'finance'],
    ['石家庄市财政局（本级）', 'finance'],
    ['某市财政局机关', 'finance'],
    ['某市财政局某区分局', 'finance'],
    ['上海市虹口区某路街道办事处', 'street-office'],
    ['某县某镇人民政府', 'township'],
    ['某县人民政府', 'government-office'],
    ['某县人民政府办公室', 'government-office'],
    ['中共某市某区委办公室', 'party-office'],
    ['中共某市某区委组织部', 'party-organization'],
    ['某高新技术产业开发区管理委员会办公室', 'zone'],
    ['某市某区人民法院', 'court'],
    ['某市第三中学', 'secondary-school'],
    ['某县职业技术教育中心', 'vocational-school'],
    ['某区实验小学', 'primary-school'],
    ['某区第一幼儿园', 'kindergarten'],
    ['某县中医医院', 'hospital'],
    ['某镇卫生院', 'community-health'],
    ['某市卫生健康委员会', 'health'],
    ['某市住房和城乡建设委员会', 'housing'],
    ['某市公安局交通警察支队', 'police-unit'],
    ['某市公安局某区分局', 'police'],
    ['某区市场监督管理局', 'market-regulation'],
    ['中国共产主义青年团某市委员会', 'youth-league'],
    ['某市人才服务中心', 'social-insurance'],
    ['某市公共就业服务中心', 'social-insurance'],
    ['某市住房和城乡建设委员会人才开发评价中心', undefined],
    ['某市电子政务中心', undefined],
    ['', undefined],
  ])('%s is %s', (name, kind) => expect(agencyKindNamed(name)).toBe(kind));

  it('each kind has an id, a name and an English name of its own', () => {
    for (const field of ['id', 'name', 'english'] as const)
      expect(new Set(AGENCY_KINDS.map((kind) => kind[field])).size).toBe(AGENCY_KINDS.length);
  });
});
