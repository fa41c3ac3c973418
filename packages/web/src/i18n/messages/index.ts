/** Every text of the pages, as pairs of Chinese and English (core's `language.ts`). */
import { agency } from './agency.ts';
import { attachments } from './attachments.ts';
import { check } from './check.ts';
import { common } from './common.ts';
import { feedback } from './feedback.ts';
import { home } from './home.ts';
import { learn } from './learn.ts';
import { ledger } from './ledger.ts';
import { library } from './library.ts';
import { office } from './office.ts';
import { operator } from './operator.ts';
import { others } from './others.ts';
import { performance } from './performance.ts';
import { review } from './review.ts';
import { signOn } from './sign-on.ts';
import { survey } from './survey.ts';
import { tokens } from './tokens.ts';
import { webhooks } from './webhooks.ts';

export const MESSAGES = {
  ...common,
  ...home,
  ...agency,
  ...others,
  ...check,
  ...feedback,
  ...learn,
  ...ledger,
  ...operator,
  ...office,
  ...performance,
  ...survey,
  ...library,
  ...review,
  ...attachments,
  ...tokens,
  ...signOn,
  ...webhooks,
};
