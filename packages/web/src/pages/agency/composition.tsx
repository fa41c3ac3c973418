/** What the money is for, level by level: by function, or by economic kind. */

import { useQuery } from '@tanstack/react-query';
import { tree } from '../../api/queries.ts';
import type { CodeNode, DisclosureAnswer, FormId, Tree } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { useNames } from '../../components/names.ts';
import { UnitNote } from '../../components/scale.tsx';
import { Answer, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { FormFindings } from './form-findings.tsx';
import { Level } from './level.tsx';
import { cellAt } from './places.ts';
import { useChosen } from './use-chosen.ts';

const WAYS = ['function', 'economic'] as const;

export function Composition({ content }: { readonly content: DisclosureAnswer }) {
  const t = useText();
  const [chosen, choose] = useChosen();
  const by = chosen.by ?? 'function';
  const answer = useQuery(tree(content.id, by));
  return (
    <Card title={t('tree.title')} lead={<span className="wide-only">{t(`tree.lead.${by}`)}</span>}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not lay out in a row */}
      <div role="group" aria-label={t('tree.title')} className="switch switch-start">
        {WAYS.map((way) => (
          <button
            key={way}
            type="button"
            aria-pressed={by === way}
            onClick={() => choose({ by: way === 'economic' ? way : undefined, code: undefined })}
          >
            {t(`tree.${way}`)}
          </button>
        ))}
      </div>
      <Answer of={answer} space={420}>
        {(whole) =>
          whole.children.length === 0 ? (
            <Nothing>{t(content.statements.length > 0 ? 'tree.none' : 'agency.noTables')}</Nothing>
          ) : (
            <Drill key={by} whole={whole} content={content} />
          )
        }
      </Answer>
    </Card>
  );
}

/** The codes from the top down to one; empty where there is no such code. */
function pathTo(nodes: readonly CodeNode[], leaf: string | undefined): readonly CodeNode[] {
  const next = leaf === undefined ? undefined : nodes.find(({ code }) => leaf.startsWith(code));
  return next ? [next, ...pathTo(next.children, leaf)] : [];
}

/** The codes chosen so far lead from the whole to the level shown. */
function Drill({ whole, content }: { readonly whole: Tree; readonly content: DisclosureAnswer }) {
  const t = useText();
  const names = useNames();
  const [{ code: leaf }, choose] = useChosen();
  const path = pathTo(whole.children, leaf);
  const last = path.at(-1);
  const here = last ?? whole;
  const deeper = (node: CodeNode) => node.children.length > 0 && choose({ code: node.code });
  return (
    <>
      <nav aria-label={t('tree.path')} className="tree-path">
        <ol className="crumbs">
          {[undefined, ...path].map((node, depth) => {
            const name = node ? names.code(node.name) : t('tree.all');
            return (
              <li key={node?.code ?? 'all'}>
                {depth === path.length ? (
                  <span aria-current="true">{name}</span>
                ) : (
                  <button type="button" className="link-button" onClick={() => choose({ code: path[depth - 1]?.code })}>
                    {name}
                  </button>
                )}
              </li>
            );
          })}
        </ol>
        <UnitNote />
      </nav>
      <Level
        name={last ? names.code(last.name) : t('tree.title')}
        nodes={here.children}
        total={here.fen}
        cellOf={(code) => (whole.form ? cellAt(content, whole.form as FormId, code, 'total') : undefined)}
        onPick={deeper}
      />
      {whole.form && <FormFindings content={content} forms={[whole.form]} />}
    </>
  );
}
