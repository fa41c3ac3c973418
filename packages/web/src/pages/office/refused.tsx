import { Sentence } from '../../components/state.tsx';

/** Why something could not be done. */
export const Refused = ({ error }: { readonly error: Error | null }) =>
  error && (
    <p role="alert" className="field-error">
      <Sentence error={error} isOwn />
    </p>
  );
