/** What a disclosure was taken for, field by field: how sure, and in whose words. */
import { FIELD_NAMES, type FieldName } from '@mingsuan/core/model/identity';
import { Link } from '@tanstack/react-router';
import type { InboxDisclosure } from '../../api/types.ts';
import { whereOf } from '../../components/source/where.ts';
import { type Text, useText } from '../../i18n/index.tsx';

const shownAs = (t: Text, { agency, region, year, stage }: InboxDisclosure, field: FieldName): string => {
  if (field === 'year') return year === null ? t('inbox.unknown') : String(year);
  if (field === 'stage') return t(`stage.${stage}`);
  const name = agency.name === '' ? t('inbox.unknown') : agency.name;
  return `${name}${t('check.level', { level: t(`level.${agency.level}`) })}${agency.code ?? ''} ${region?.name ?? t('home.regionUnknown')}`;
};

export function Told({ disclosure }: { readonly disclosure: InboxDisclosure }) {
  const t = useText();
  const { identity, doubts, id } = disclosure;
  return (
    <table className="told small">
      <caption className="unseen">{t('inbox.told')}</caption>
      <tbody>
        {(Object.keys(FIELD_NAMES) as FieldName[]).map((field) => {
          const told = identity?.[field];
          return (
            <tr key={field}>
              <th scope="row">{t(`inbox.field.${field}`)}</th>
              <td>
                <strong>{shownAs(t, disclosure, field)}</strong>{' '}
                <span className={doubts.includes(field) ? 'tag tag-warning' : 'tag'}>
                  {t(`inbox.confidence.${told?.confidence ?? (doubts.includes(field) ? 'unknown' : 'sure')}`)}
                </span>
                {field === 'agency' && id !== null && (
                  <>
                    {' '}
                    <Link to="/disclosure/$id" params={{ id: String(id) }}>
                      {t('inbox.open')}
                    </Link>
                  </>
                )}
              </td>
              <td className="faint">
                {told?.evidence.slice(0, MOST_WITNESSES).map(({ witness, text, origin }, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: witnesses keep their order
                  <span key={i} className="witness">
                    {t(`inbox.witness.${witness}`)}“{text.slice(0, MOST_TEXT)}”{origin && ` ${whereOf(t, origin)}`}
                  </span>
                ))}
                {told?.against?.map(({ witness, text, origin }, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: witnesses keep their order
                  <span key={i} className="witness against">
                    {t('inbox.against')} {t(`inbox.witness.${witness}`)}“{text.slice(0, MOST_TEXT)}”
                    {origin && ` ${whereOf(t, origin)}`}
                  </span>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const MOST_WITNESSES = 4;
const MOST_TEXT = 60;
