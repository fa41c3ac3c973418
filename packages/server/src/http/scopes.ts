/** Which scope of a personal token an endpoint asks for, by the tag that it stands under. What is not here no token reaches. */
import type { Scope } from '@mingsuan/store';

const AREAS: Readonly<Record<string, string>> = {
  办理: 'work',
  附件: 'work',
  项目库: 'library',
  执行: 'execution',
  绩效: 'performance',
  调查: 'performance',
  监测: 'performance',
  审核: 'reviews',
  审计: 'audit',
};

/** Undefined where only a person who signed in may ask: accounts, roles, tokens themselves. */
export function scopeOf(tag: string, method: string): Scope | undefined {
  const area = AREAS[tag];
  return area === undefined ? undefined : (`${area}:${method === 'get' ? 'read' : 'write'}` as Scope);
}
