/** The question goes into the address as it is typed, so that going back and sharing work. */
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/index.tsx';

const route = getRouteApi('/');
const PAUSE_MS = 200;

export function SearchForm() {
  const t = useText();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(q);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const input = useRef<HTMLInputElement>(null);

  // The address may change without typing: back, a link to the start.
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(q);
  }, [q]);

  const go = (text: string, replace: boolean) =>
    void navigate({ search: (old) => ({ ...old, q: text.trim() }), replace, resetScroll: false });

  const change = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(() => go(text, q !== ''), PAUSE_MS);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    clearTimeout(timer.current);
    go(typed, q !== '');
  };

  return (
    <search className="search-form-box">
      <form className="search-form" onSubmit={submit}>
        <input
          ref={input}
          type="search"
          value={typed}
          maxLength={100}
          autoComplete="off"
          enterKeyHint="search"
          aria-label={t('home.placeholder')}
          placeholder={t('home.placeholder')}
          onChange={({ target }) => change(target.value)}
          onCompositionStart={() => {
            composing.current = true;
          }}
          onCompositionEnd={({ currentTarget }) => {
            composing.current = false;
            change(currentTarget.value);
          }}
        />
        <button type="submit">{t('home.search')}</button>
      </form>
    </search>
  );
}
