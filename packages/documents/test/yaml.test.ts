import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../src/yaml.ts';

const errorsOf = (text: string): string[] => {
  const result = parseYaml(text, 'core');
  return result.ok ? [] : result.errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
};

describe('what is no YAML, with its place', () => {
  it.each<[what: string, text: string, error: RegExp]>([
    ['a tab', 'a:\n\t- b', /^2:1 缩进不能用制表符/],
    ['a quote left open', 'a: "b\n', /^\d:\d 引号没有配对/],
    ['a bracket left open', 'a: [1, 2\nb: 3', /^2:1 /],
    ['crooked indents', 'a:\n  - b\n c: d', /^3:1 缩进没有对齐/],
    ['a wide colon', 'id：own\ntitle: x', /^1:1 这里缺少冒号；冒号应为半角/],
    ['two colons', 'a: b: c', /^1:4 一行里只能有一个/],
    ['a name twice', 'a: 1\na: 2', /^2:1 这个名称前面已经写过/],
    ['a reserved mark', 'a: @b', /^1:4 内容不能以这个符号开头/],
    ['a tag', 'a: !b c', /^1:4 内容不能以“!”开头/],
    ['two documents', 'a: 1\n---\nb: 2', /一个文件里只能有一份内容/],
    ['an alias', 'a: &x 1\nb: *x', /^2:4 不能用“\*”引用别处/],
    ['an alias of itself', 'a: &x [*x]', /^1:8 不能用/],
    ['an alias bomb', 'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]', /^2:8 不能用/],
    ['brackets without end', '['.repeat(200_000), /^1:65 这里嵌套得太深/],
    ['list marks without end', '- '.repeat(10_000), /^1:129 这里嵌套得太深/],
    ['steps without end', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), /这里嵌套得太深/],
  ])('%s', (_, text, error) => {
    const errors = errorsOf(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(error);
    expect(errors[0]).toMatch(/。$/);
  });

  it('nothing that a person types throws', () => {
    const pieces = fc.constantFrom('a', ': ', ':', '- ', '\n', '  ', '\t', '[', ']', '{', '}', '"', "'", '|', '>', '#');
    const more = fc.constantFrom('&x ', '*x', '!t ', '? ', '%', '@', ',', '---\n', '预算', '\\', '0x1', '~', '\u001f');
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, more), { maxLength: 24 }), (parts) => {
        const result = parseYaml(parts.join(''), 'core');
        for (const { line, column } of result.ok ? [] : result.errors)
          expect(Math.min(line, column)).toBeGreaterThan(0);
        if (result.ok) expect(result.locate(['a', 0, 'b'], 'value', 3).line).toBeGreaterThan(0);
      }),
    );
  });
});

describe('where a value stands', () => {
  const text = `# 规则
equations:
  - id: own
    equation: 'a <= b'
    when: >
      stage(x)
      or y
  - {id: "q\\"r", n: 5}
2026: x
`;
  it.each<[path: (string | number)[], part: 'name' | 'value', offset: number, place: string]>([
    [[], 'value', 0, '2:1'],
    [['equations'], 'name', 0, '2:1'],
    [['equations', 0], 'value', 0, '3:5'],
    [['equations', 0, 'id'], 'name', 0, '3:5'],
    [['equations', 0, 'id'], 'value', 0, '3:9'],
    [['equations', 0, 'id'], 'value', 1, '3:10'],
    [['equations', 0, 'equation'], 'value', 0, '4:15'],
    [['equations', 0, 'equation'], 'value', 5, '4:21'],
    [['equations', 0, 'when'], 'value', 6, '6:13'],
    [['equations', 0, 'when'], 'value', 12, '7:10'],
    [['equations', 0, 'missing', 'more'], 'value', 0, '3:5'],
    [['equations', 1, 'id'], 'value', 2, '8:14'],
    [['equations', 1, 'n'], 'value', 0, '8:21'],
    [['2026'], 'name', 0, '9:1'],
    [['nowhere'], 'value', 0, '2:1'],
  ])('%j %s +%i', (path, part, offset, place) => {
    const result = parseYaml(text, 'core');
    if (!result.ok) throw new Error(result.errors[0]!.message);
    const { line, column } = result.locate(path, part, offset);
    expect(`${line}:${column}`).toBe(place);
  });
});

it('as texts only, an id that looks like a number stays what it is', () => {
  const result = parseYaml('a: 12345e67\nb: 0012\nc: true\nd:', 'failsafe');
  expect(result.ok && result.data).toEqual({ a: '12345e67', b: '0012', c: 'true', d: '' });
});
