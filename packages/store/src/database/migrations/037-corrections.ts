/** What was recognised of scans, and what people settled of their figures (`CorrectionBook`); an earlier version keeps them, unread, for the next. */
export const corrections: readonly string[] = ['documents', 'review_files'].map(
  (table) =>
    `alter table ${table} add column if not exists recognised_sha256 text, add column if not exists corrections json`,
);
