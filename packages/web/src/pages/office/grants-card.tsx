import { ROLES, type Role } from '@mingsuan/core/process/roles';
import { useState } from 'react';
import type { Grant, OfficeUnit, Person } from '../../api/types.ts';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { Choice, Field } from '../../office/field.tsx';
import { useOfficeAnswer, useOfficeWrite } from '../../office/queries.ts';
import { roleName } from './names.ts';
import { Refused } from './refused.tsx';

const ALL = Object.keys(ROLES) as Role[];
const AT = { unit: 'unit', department: 'department', bureau: 'region' } as const;
const today = (): string => new Date().toLocaleDateString('sv');

/** Who has which role where; given, as a deputy too, and taken back. */
export function GrantsCard({ people }: { readonly people: readonly Person[] }) {
  const t = useText();
  const grants = useOfficeAnswer<readonly Grant[]>('/grants');
  const { mutate, error } = useOfficeWrite();
  return (
    <Card title={t('people.grants')}>
      <Refused error={error} />
      <Answer of={grants}>
        {(known) => (
          <>
            <DataTable
              caption={t('people.grants')}
              stacks
              rows={known}
              rowKey={({ id }) => id}
              columns={[
                { key: 'who', title: t('people.name'), heads: true, cell: ({ person }) => person },
                { key: 'role', title: t('people.role'), cell: ({ role }) => roleName(role) },
                { key: 'unit', title: t('work.unit'), cell: ({ unit }) => unit },
                { key: 'since', title: t('people.since'), cell: ({ since }) => since },
                { key: 'until', title: t('people.until'), cell: ({ until }) => until ?? '—' },
                {
                  key: 'deputy',
                  title: t('people.deputyOf'),
                  cell: ({ deputyOf }) => known.find(({ id }) => id === deputyOf)?.person ?? '—',
                },
                {
                  key: 'revoke',
                  title: t('people.revoke'),
                  cell: ({ id, person, role }) => (
                    <button
                      type="button"
                      className="button"
                      aria-label={`${t('people.revoke')}${t('text.colon')}${person} ${roleName(role)}`}
                      onClick={() => mutate({ method: 'DELETE', path: `/grants/${id}` })}
                    >
                      {t('people.revoke')}
                    </button>
                  ),
                },
              ]}
            />
            <NewGrant people={people} grants={known} />
          </>
        )}
      </Answer>
    </Card>
  );
}

interface NewProps {
  readonly people: readonly Person[];
  readonly grants: readonly Grant[];
}

function NewGrant({ people, grants }: NewProps) {
  const t = useText();
  const units = useOfficeAnswer<readonly OfficeUnit[]>('/office-units');
  const [person, setPerson] = useState('');
  const [role, setRole] = useState<Role>('unit-clerk');
  const [unit, setUnit] = useState('');
  const [deputy, setDeputy] = useState('');
  const [since, setSince] = useState(today);
  const [until, setUntil] = useState('');
  const { mutate, error } = useOfficeWrite();
  const places = (units.data ?? []).filter(({ kind }) => kind === AT[ROLES[role].at]);
  const personId = Number(person) || people[0]!.id;
  const unitId = Number(unit) || places[0]?.id;
  const mains = grants.filter((one) => one.role === role && one.unitId === unitId && one.deputyOf === null);
  const body = {
    personId,
    unitId,
    role,
    deputyOf: Number(deputy) || null,
    since,
    until: until === '' ? null : until,
  };
  return (
    <>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ method: 'POST', path: '/grants', body });
        }}
      >
        <Choice label={t('people.name')} value={String(personId)} onChange={setPerson}>
          {people.map(({ id, name, login }) => (
            <option key={id} value={id}>
              {name}
              {t('text.aside', { text: login })}
            </option>
          ))}
        </Choice>
        <Choice
          label={t('people.role')}
          value={role}
          onChange={(value) => {
            setRole(ALL.find((one) => one === value)!);
            setUnit('');
            setDeputy('');
          }}
        >
          {ALL.map((one) => (
            <option key={one} value={one}>
              {roleName(one)}
            </option>
          ))}
        </Choice>
        <Choice label={t('work.unit')} value={String(unitId ?? '')} onChange={setUnit}>
          {places.map(({ id, code, name }) => (
            <option key={id} value={id}>
              {code} {name}
            </option>
          ))}
        </Choice>
        <Choice label={t('people.deputyOf')} value={deputy} onChange={setDeputy}>
          <option value="">{t('people.noDeputy')}</option>
          {mains.map((one) => (
            <option key={one.id} value={one.id}>
              {one.person}
            </option>
          ))}
        </Choice>
        <Field label={t('people.since')} type="date" value={since} onChange={setSince} />
        <Field label={t('people.until')} type="date" value={until} onChange={setUntil} isRequired={deputy !== ''} />
        <button type="submit" className="button">
          {t('people.grant')}
        </button>
      </form>
      <Refused error={error} />
    </>
  );
}
