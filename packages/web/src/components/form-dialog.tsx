import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../i18n/index.tsx';

interface Props {
  readonly title: string;
  /** What the button that sends it says. */
  readonly go: string;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form over the page: Escape and the second button leave it. */
export function FormDialog({ title, go, onSubmit, onCancel, children }: Props) {
  const t = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={onCancel}>
      <form onSubmit={submit}>
        <h2 id={id}>{title}</h2>
        {children}
        <p className="actions">
          <button type="submit" className="button button-strong">
            {go}
          </button>
          <button type="button" className="button" onClick={onCancel}>
            {t('action.cancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
