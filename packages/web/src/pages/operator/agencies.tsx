/** Agencies renamed, put under their department, merged where two are one; what they went by leads on to them. */

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { agencies } from '../../api/queries.ts';
import type { AgencyItem, AgencyLevel } from '../../api/types.ts';
import { AsPrinted } from '../../components/as-printed.tsx';
import { Card } from '../../components/card.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Answer, Failed, Nothing } from '../../components/state.tsx';
import { useText } from '../../i18n/index.tsx';
import { useOperatorWrite } from '../../operator/queries.ts';
import { type Author, ReasonDialog } from './reason-dialog.tsx';

/** So many are listed at once, of them some at first; others are found by their names. */
const MOST = 100;
const FIRST = 30;

type Doing = { readonly what: 'edit' | 'merge'; readonly agency: AgencyItem };

export function Agencies() {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [doing, setDoing] = useState<Doing>();
  const { mutate, error } = useOperatorWrite();
  const answer = useQuery(agencies(typed.trim(), undefined, MOST));
  const send = (method: 'PUT' | 'POST', path: string, body: unknown) => {
    mutate({ method, path, body });
    setDoing(undefined);
  };
  return (
    <Card title={t('operator.section.agencies')} lead={t('agencies.lead')}>
      {error && <Failed error={error} />}
      <div className="field">
        <label htmlFor={id}>{t('agencies.search')}</label>
        <input
          id={id}
          type="search"
          className="text-input"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <Answer of={answer}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>{t('region.noMatch')}</Nothing>
          ) : (
            <DataTable
              caption={t('operator.section.agencies')}
              stacks
              rows={items}
              first={FIRST}
              rowKey={(agency) => agency.id}
              columns={[
                {
                  key: 'name',
                  title: t('column.name'),
                  heads: true,
                  cell: ({ id: own, title }) => (
                    <Link to="/agency/$id" params={{ id: String(own) }}>
                      <AsPrinted>{title}</AsPrinted>
                    </Link>
                  ),
                },
                { key: 'level', title: t('inbox.level'), cell: ({ level }) => t(`level.${level}`) },
                { key: 'code', title: t('inbox.code'), cell: ({ code }) => code },
                {
                  key: 'region',
                  title: t('inbox.region'),
                  cell: ({ region, regionName }) => (
                    <AsPrinted>{region ? `${region} ${regionName}` : t('home.regionUnknown')}</AsPrinted>
                  ),
                },
                {
                  key: 'years',
                  title: t('column.year'),
                  cell: ({ years }) => years.map(({ year }) => year).join(t('list.comma')),
                },
                {
                  key: 'tools',
                  title: t('agencies.change'),
                  cell: (agency) => (
                    <span className="actions">
                      {(['edit', 'merge'] as const).map((what) => (
                        <button
                          key={what}
                          type="button"
                          className="button"
                          aria-label={t('text.labelled', { label: t(`agencies.${what}`), text: agency.name })}
                          onClick={() => setDoing({ what, agency })}
                        >
                          {t(`agencies.${what}`)}
                        </button>
                      ))}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Answer>
      {answer.data?.length === MOST && <p className="faint small">{t('agencies.more', { count: MOST })}</p>}
      {doing?.what === 'edit' && (
        <EditDialog
          agency={doing.agency}
          onCancel={() => setDoing(undefined)}
          onDone={(body) => send('PUT', `/agencies/${doing.agency.id}`, body)}
        />
      )}
      {doing?.what === 'merge' && (
        <MergeDialog
          agency={doing.agency}
          onCancel={() => setDoing(undefined)}
          onDone={(body) => send('POST', `/agencies/${doing.agency.id}/merge`, body)}
        />
      )}
    </Card>
  );
}

interface DialogProps {
  readonly agency: AgencyItem;
  readonly onCancel: () => void;
  readonly onDone: (body: object) => void;
}

function EditDialog({ agency, onCancel, onDone }: DialogProps) {
  const t = useText();
  const id = useId();
  const [name, setName] = useState(agency.name);
  const [code, setCode] = useState(agency.code ?? '');
  const [level, setLevel] = useState<AgencyLevel>(agency.level);
  const [region, setRegion] = useState(agency.region ?? '');
  const [regionName, setRegionName] = useState(agency.regionName ?? '');
  const text = (field: string, label: string, value: string, change: (to: string) => void, isRequired = false) => (
    <div className="field">
      <label htmlFor={`${id}${field}`}>{label}</label>
      <input
        id={`${id}${field}`}
        className="text-input"
        maxLength={200}
        required={isRequired}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
    </div>
  );
  const done = (author: Author) =>
    onDone({
      name: name.trim(),
      code: code.trim() === '' ? null : code.trim(),
      level,
      region: region.trim(),
      regionName: regionName.trim(),
      ...author,
    });
  return (
    <ReasonDialog
      title={t('text.labelled', { label: t('agencies.edit'), text: agency.name })}
      lead={t('agencies.editLead')}
      go={t('release.save')}
      onCancel={onCancel}
      onDone={done}
    >
      {text('n', t('inbox.field.agency'), name, setName, true)}
      <fieldset className="ruling">
        <legend className="unseen">{agency.name}</legend>
        {text('c', t('inbox.code'), code, setCode)}
        <div className="field">
          <label htmlFor={`${id}l`}>{t('inbox.level')}</label>
          <select
            id={`${id}l`}
            className="select"
            value={level}
            onChange={({ target }) => setLevel(target.value as AgencyLevel)}
          >
            <option value="department">{t('inbox.level.department')}</option>
            <option value="unit">{t('inbox.level.unit')}</option>
          </select>
        </div>
        {text('r', t('inbox.region'), region, setRegion)}
        {text('m', t('inbox.regionName'), regionName, setRegionName)}
      </fieldset>
    </ReasonDialog>
  );
}

function MergeDialog({ agency, onCancel, onDone }: DialogProps) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [into, setInto] = useState('');
  const { data: known = [], isSuccess } = useQuery({ ...agencies(typed.trim()), enabled: typed.trim() !== '' });
  const others = known.filter((one) => one.id !== agency.id && one.level === agency.level);
  return (
    <ReasonDialog
      title={t('text.labelled', { label: t('agencies.merge'), text: agency.name })}
      lead={t('agencies.mergeLead')}
      go={t('agencies.mergeGo')}
      onCancel={onCancel}
      onDone={(author) => onDone({ into: Number(into), ...author })}
    >
      <div className="field">
        <label htmlFor={`${id}q`}>{t('agencies.search')}</label>
        <input
          id={`${id}q`}
          type="search"
          className="text-input"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}i`}>{t('agencies.into')}</label>
        <select id={`${id}i`} className="select" required value={into} onChange={({ target }) => setInto(target.value)}>
          <option value="">{t('agencies.choose')}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {`${one.title} ${one.code ?? ''} ${one.regionName ?? ''}`}
            </option>
          ))}
        </select>
      </div>
      {typed.trim() !== '' && isSuccess && others.length === 0 && (
        <p role="status" className="faint small">
          {t('agencies.noOther')}
        </p>
      )}
    </ReasonDialog>
  );
}
