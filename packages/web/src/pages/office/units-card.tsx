import { useState } from 'react';
import type { OfficeUnit } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { Refused } from './refused.tsx';

type Kind = OfficeUnit['kind'];
const KINDS: readonly Kind[] = ['region', 'department', 'unit'];
const ABOVE: Readonly<Record<Kind, Kind | undefined>> = { region: undefined, department: 'region', unit: 'department' };

const today = (): string => new Date().toLocaleDateString('sv');

/** The tree of units as it stands today, and adding to it. */
export function UnitsCard() {
  const t = useText();
  const units = useOfficeAnswer<readonly OfficeUnit[]>('/office-units');
  return (
    <Card title={t('people.units')}>
      <Answer of={units}>
        {(known) => (
          <>
            <DataTable
              caption={t('people.units')}
              stacks
              rows={known}
              rowKey={({ id }) => id}
              columns={[
                { key: 'name', title: t('people.unitName'), heads: true, cell: ({ code, name }) => `${code} ${name}` },
                { key: 'kind', title: t('people.kind'), cell: ({ kind }) => t(`people.kind.${kind}`) },
                {
                  key: 'parent',
                  title: t('people.parent'),
                  cell: ({ parentId }) => known.find(({ id }) => id === parentId)?.name ?? '—',
                },
                { key: 'since', title: t('people.since'), cell: ({ since }) => since },
              ]}
            />
            <NewUnit known={known} />
          </>
        )}
      </Answer>
    </Card>
  );
}

function NewUnit({ known }: { readonly known: readonly OfficeUnit[] }) {
  const t = useText();
  const [kind, setKind] = useState<Kind>('unit');
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [parent, setParent] = useState('');
  const [since, setSince] = useState(today);
  const { mutate, error } = useOfficeWrite();
  const parents = known.filter((one) => one.kind === ABOVE[kind]);
  const parentId = Number(parent) || (parents[0]?.id ?? null);
  const body = { kind, code, name, parentId, nature: null, isOwnOffice: false, since, until: null };
  return (
    <>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ method: 'POST', path: '/office-units', body });
        }}
      >
        <Choice
          label={t('people.kind')}
          value={kind}
          onChange={(value) => {
            setKind(KINDS.find((one) => one === value)!);
            setParent('');
          }}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`people.kind.${one}`)}
            </option>
          ))}
        </Choice>
        {parents.length > 0 && (
          <Choice label={t('people.parent')} value={parent || String(parents[0]!.id)} onChange={setParent}>
            {parents.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Choice>
        )}
        <Field label={t('people.code')} value={code} onChange={setCode} />
        <Field label={t('people.unitName')} value={name} onChange={setName} />
        <Field label={t('people.since')} type="date" value={since} onChange={setSince} />
        <button type="submit" className="button">
          {t('people.add')}
        </button>
      </form>
      <Refused error={error} />
    </>
  );
}
