/** The answers of `/api/v1` that the pages use, by the API's own contract. Types only: nothing of the server comes along. */
export type { FormId, Origin, Stage } from '@mingsuan/core/disclosure';
export type { Finding, Severity } from '@mingsuan/core/finding';
export type * from '@mingsuan/server/answers';
