/** What stands where somebody has still to write: the placeholders of written explanations, and those of templates. */

/** 【请填写：公务接待费增减变化的原因】, 【待补充】. */
export const OPEN = /【(?:请(?:填写|补充|说明|核实)|待(?:填写?|补充?|定|核实))[^【】]{0,80}】?/g;

/** XX局, 2026年×××, ××万元, ____万元, **万元, 某某局, （单位名称）. 20XX年 may be meant. */
export const UNFILLED = new RegExp(
  [
    '(?<![A-Za-z])(?<!(?<!\\d)\\d{1,3})[Xx]{2,}(?![A-Za-z]|(?!20\\d\\d)\\d)',
    '[×✕╳]{2,}',
    '(?<=[\\u4e00-\\u9fff）])(?:[Xx×]|[*＊]{1,6}|[_＿]{2,}|[○〇]{2,})(?=万元|元|%|个|辆|人|年|月|日|局|部门|单位|项目)',
    '某某(?=局|委|办|单位|部门|中心|院|学校|项目|区|市|县|街道|镇)',
    '[（(【\\[](?:请?填写)?(?:本)?(?:部门|单位|项目|机构)(?:全称|名称)[）)】\\]]',
  ].join('|'),
  'g',
);
