/** What was recognised of scans, and what people settled of their figures (`CorrectionBook`). */
export const corrections: readonly string[] = ['documents', 'review_files'].map(
  (table) => `alter table ${table} add column recognised_sha256 text, add column corrections json`,
);
