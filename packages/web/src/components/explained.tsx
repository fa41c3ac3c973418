/** A term that says what it means: to the pointer that rests on it, to the keyboard that reaches it, to the finger that taps it. */
import { unquoted } from '@mingsuan/core/text/fold';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { glossary } from '../api/queries.ts';
import type { Term } from '../api/types.ts';
import { type Language, useLanguage } from '../i18n/index.tsx';

interface Props {
  /** The Chinese name of what is shown, as the vocabulary has it; what the glossary does not have is shown as it is. */
  readonly term: string;
  readonly children: ReactNode;
}

export function Explained({ term, children }: Props) {
  const { language } = useLanguage();
  const known = useQuery(glossary()).data ?? [];
  const found = known.find((one) => namesOf(one).includes(unquoted(term)));
  return found ? <Told text={meaningIn(language, found).text}>{children}</Told> : children;
}

const namesOf = ({ term, also = [] }: Term): readonly string[] => [term, ...also].map(unquoted);

/** In English where the glossary has it. */
export const meaningIn = (language: Language, { english, ...own }: Term): Pick<Term, 'term' | 'text'> =>
  (language === 'en' && english) || own;

const SOON_MS = 150;
/** Between a term and its meaning, and around both. */
const GAP = 6;

function Told({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const id = useId();
  const word = useRef<HTMLButtonElement>(null);
  const meaning = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = (next: boolean) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), SOON_MS);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const shown = meaning.current!;
    if (!open) return;
    shown.showPopover();
    place(shown, word.current!.getBoundingClientRect());
    const leave = (event: Event) => {
      const isKey = event instanceof KeyboardEvent;
      if (isKey ? event.key === 'Escape' : !word.current?.parentElement?.contains(event.target as Node)) setOpen(false);
    };
    const scrolled = () => setOpen(false);
    document.addEventListener('keydown', leave);
    document.addEventListener('pointerdown', leave);
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      document.removeEventListener('keydown', leave);
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('scroll', scrolled, { capture: true });
      if (shown.isConnected) shown.hidePopover();
    };
  }, [open]);
  return (
    <span
      className="explained"
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && soon(true)}
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && soon(false)}
    >
      <button
        type="button"
        ref={word}
        className="term"
        aria-describedby={id}
        onClick={() => setOpen(true)}
        onFocus={() => word.current?.matches(':focus-visible') && setOpen(true)}
        onBlur={() => setOpen(false)}
      >
        {children}
      </button>
      <span ref={meaning} id={id} role="tooltip" popover="manual" className="meaning">
        {text}
      </span>
    </span>
  );
}

/** Under the term, or above it where there is no room below; within the screen. */
function place(shown: HTMLElement, of: DOMRect): void {
  const { width, height } = shown.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(of.left, document.documentElement.clientWidth - width - GAP));
  const below = of.bottom + GAP;
  const top = below + height > innerHeight ? Math.max(GAP, of.top - height - GAP) : below;
  shown.style.left = `${left}px`;
  shown.style.top = `${top}px`;
}
