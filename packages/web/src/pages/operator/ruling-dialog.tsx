/** Saying whose a file is, of which year and kind, for each disclosure in it. */
import { STAGES } from '@mingsuan/core/model/document-kinds';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { agencies, regions } from '../../api/queries.ts';
import type { AgencyLevel, InboxDisclosure, InboxFile, Ruling, Stage } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { type Author, ReasonDialog } from './reason-dialog.tsx';

interface Entry {
  readonly at: number;
  readonly name: string;
  readonly code: string;
  readonly level: AgencyLevel;
  readonly region: string;
  readonly regionName: string;
  readonly year: string;
  readonly stage: Stage;
}

interface Props {
  readonly file: InboxFile;
  readonly onCancel: () => void;
  readonly onRule: (ruling: Ruling, author: Author) => void;
}

const entryOf = ({ at, agency, region, year, stage }: InboxDisclosure): Entry => ({
  at,
  name: agency.name,
  code: agency.code ?? '',
  level: agency.level,
  region: region?.code ?? '',
  regionName: region?.name ?? '',
  year: year === null ? '' : String(year),
  stage,
});

const ruledAs = ({ at, name, code, level, region, regionName, year, stage }: Entry) => ({
  at,
  agency: { ...(code.trim() === '' ? {} : { code: code.trim() }), name: name.trim(), level },
  ...(region === '' ? {} : { region: { code: region, name: regionName.trim() || region } }),
  year: Number(year),
  stage,
});

export function RulingDialog({ file, onCancel, onRule }: Props) {
  const t = useText();
  const [entries, setEntries] = useState(() => file.disclosures.map(entryOf));
  const change = (at: number, changes: Partial<Entry>) =>
    setEntries(entries.map((entry) => (entry.at === at ? { ...entry, ...changes } : entry)));
  return (
    <ReasonDialog
      title={t('inbox.confirmTitle', { name: file.name })}
      lead={t('inbox.confirmLead')}
      go={t('inbox.confirmGo')}
      onCancel={onCancel}
      onDone={(author) => onRule({ kind: 'identity', disclosures: entries.map(ruledAs) }, author)}
    >
      {entries.map((entry) => (
        <Fields key={entry.at} entry={entry} onChange={(changes) => change(entry.at, changes)} />
      ))}
    </ReasonDialog>
  );
}

interface FieldsProps {
  readonly entry: Entry;
  readonly onChange: (changes: Partial<Entry>) => void;
}

function Fields({ entry, onChange }: FieldsProps) {
  const t = useText();
  const id = useId();
  const { name, code, level, region, regionName, year, stage } = entry;
  const known = useQuery({ ...agencies(name.trim()), enabled: name.trim().length > 1 }).data ?? [];
  const places = useQuery(regions()).data ?? [];
  /** A name that is known brings its code, level and region. */
  const named = (typed: string) => {
    const same = known.filter((one) => one.name === typed);
    const one = same.find((each) => each.level === level) ?? same[0];
    onChange({
      name: typed,
      ...(one
        ? { code: one.code ?? '', level: one.level, region: one.region ?? '', regionName: one.regionName ?? '' }
        : {}),
    });
  };
  return (
    <fieldset className="ruling">
      <legend className="unseen">{name}</legend>
      <div className="field ruling-wide">
        <label htmlFor={`${id}n`}>{t('inbox.field.agency')}</label>
        <input
          id={`${id}n`}
          className="text-input"
          required
          maxLength={200}
          list={`${id}l`}
          value={name}
          onChange={({ target }) => named(target.value)}
        />
        <datalist id={`${id}l`}>
          {known.map((one) => (
            <option key={one.id} value={one.name}>
              {`${t(`level.${one.level}`)} ${one.code ?? ''} ${one.regionName ?? ''}`}
            </option>
          ))}
        </datalist>
      </div>
      <div className="field">
        <label htmlFor={`${id}v`}>{t('inbox.level')}</label>
        <select
          id={`${id}v`}
          className="select"
          value={level}
          onChange={({ target }) => onChange({ level: target.value as AgencyLevel })}
        >
          <option value="department">{t('inbox.level.department')}</option>
          <option value="unit">{t('inbox.level.unit')}</option>
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}c`}>{t('inbox.code')}</label>
        <input
          id={`${id}c`}
          className="text-input"
          maxLength={40}
          value={code}
          onChange={({ target }) => onChange({ code: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}g`}>{t('inbox.region')}</label>
        <input
          id={`${id}g`}
          className="text-input"
          pattern="\d{6}"
          inputMode="numeric"
          title={t('inbox.regionHint')}
          list={`${id}k`}
          value={region}
          onChange={({ target }) => {
            const place = places.find((one) => one.code === target.value);
            onChange({ region: target.value, ...(place?.name ? { regionName: place.name } : {}) });
          }}
        />
        <datalist id={`${id}k`}>
          {places.map(
            (place) =>
              place.code && (
                <option key={place.code} value={place.code}>
                  {place.name}
                </option>
              ),
          )}
        </datalist>
      </div>
      <div className="field">
        <label htmlFor={`${id}m`}>{t('inbox.regionName')}</label>
        <input
          id={`${id}m`}
          className="text-input"
          maxLength={60}
          value={regionName}
          onChange={({ target }) => onChange({ regionName: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}y`}>{t('inbox.field.year')}</label>
        <input
          id={`${id}y`}
          className="text-input"
          required
          pattern="(?:19|20|21)\d\d"
          inputMode="numeric"
          title={t('inbox.yearHint')}
          value={year}
          onChange={({ target }) => onChange({ year: target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}s`}>{t('inbox.field.stage')}</label>
        <select
          id={`${id}s`}
          className="select"
          value={stage}
          onChange={({ target }) => onChange({ stage: target.value as Stage })}
        >
          {STAGES.map((one) => (
            <option key={one} value={one}>
              {t(`stage.${one}`)}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}
