import { ROLES, type Role } from '@mingsuan/core/process/roles';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Account } from '../../api/types.ts';
import { Answer, Nothing } from '../../components/state.tsx';
import { useTitle } from '../../components/title.ts';
import { useText } from '../../i18n/index.tsx';
import { Field } from '../../office/field.tsx';
import { useAccount, useOfficeWrite } from '../../office/queries.ts';
import { SECTIONS, type SectionName } from './sections.ts';
import { SignOnButton } from './sign-on.tsx';
import '../../styles/office.css';

interface Props {
  readonly title: string;
  readonly section?: SectionName | undefined;
  readonly children: ReactNode;
}

/** Roles at a bureau that see reviews. */
const REVIEWING: readonly Role[] = ['bureau-office', 'reviewer', 'auditor'];

/** Who may look at a part of the office. */
const isOpen = (section: SectionName, person: NonNullable<Account['person']>): boolean =>
  section === 'people'
    ? person.isAdministrator
    : section === 'reviews'
      ? person.roles.some(({ roles }) => roles.some((role) => REVIEWING.includes(role)))
      : section === 'boards'
        ? person.roles.some(({ roles }) => roles.some((role) => ROLES[role].at !== 'unit'))
        : section !== 'audit' || person.isAdministrator || person.isAuditor;

/** A page of the office: its parts, and what this page is about for who is signed in. */
export function Desk({ title, section, children }: Props) {
  const t = useText();
  const account = useAccount();
  const person = account.data?.person;
  useTitle(title, t('office.title'));
  return (
    <div className="agency office">
      <div className="page-head">
        <h1>{t('office.title')}</h1>
        {person && (
          <nav className="versions" aria-label={t('office.title')}>
            {SECTIONS.filter((one) => isOpen(one, person)).map((one) => (
              <Link
                key={one}
                to="/office/$section"
                params={{ section: one }}
                className="chip"
                aria-current={one === section ? 'page' : undefined}
              >
                {t(`office.section.${one}`)}
              </Link>
            ))}
          </nav>
        )}
      </div>
      <Answer of={account}>
        {({ hasAccounts }) =>
          person ? children : hasAccounts ? <SignInForm /> : <Nothing>{t('office.none')}</Nothing>
        }
      </Answer>
    </div>
  );
}

/** Asks for the account and the password, or leads to the provider. */
export function SignInForm() {
  return (
    <>
      <PasswordForm />
      <SignOnButton />
    </>
  );
}

function PasswordForm() {
  const t = useText();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const { mutate, error, isPending } = useOfficeWrite<Account>();
  return (
    <form
      className="card office-form"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ method: 'POST', path: '/session', body: { login, password } });
      }}
    >
      <h2>{t('office.signIn')}</h2>
      <Field label={t('office.login')} value={login} onChange={setLogin} autoComplete="username" />
      <Field
        label={t('office.password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      {error && (
        <p role="alert" className="field-error">
          {error.message}
        </p>
      )}
      <button type="submit" className="button button-strong" disabled={isPending}>
        {t('office.signIn')}
      </button>
    </form>
  );
}
