/** Why something could not be done, in the server's own sentence. */
export const Refused = ({ error }: { readonly error: Error | null }) =>
  error && (
    <p role="alert" className="field-error">
      {error.message}
    </p>
  );
