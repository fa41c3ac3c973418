/** One question of a form that is answered in words. */
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Longest answer, in characters. */
  readonly most: number;
  /** Lines of a longer answer; a single line where nothing is said. */
  readonly rows?: number;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, value, most, rows, required = false, onChange }: Props) {
  const id = useId();
  const shared = { id, value, required, maxLength: most };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input {...shared} className="text-input" onChange={({ target }) => onChange(target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={({ target }) => onChange(target.value)} />
      )}
    </div>
  );
}
