/** A year of the office in one file, for the administrator: to keep, or to go on elsewhere. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { askFile } from '../../api/client.ts';
import { Card } from '../../components/card.tsx';
import { saveAs } from '../../components/save.ts';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { Refused } from './refused.tsx';

export function YearCard() {
  const t = useText();
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => saveAs(await askFile(`/office-years/${year}`, {}), t('year.file', { year })),
  });
  return (
    <Card title={t('year.title')} lead={t('year.lead')}>
      <form
        className="office-line"
        onSubmit={(event) => {
          event.preventDefault();
          mutate();
        }}
      >
        <Field label={t('column.year')} value={year} onChange={setYear} />
        <button type="submit" className="button" disabled={isPending || !/^20\d\d$/.test(year)}>
          {t(isPending ? 'year.busy' : 'year.export')}
        </button>
      </form>
      <Refused error={error} />
    </Card>
  );
}
