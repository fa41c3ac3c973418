/** Sending e-mail, where the operator says by which server and from whom. */
import type { Config } from '../../config.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where one request ends what the mail tells of (RFC 8058). */
  readonly endUrl?: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}

const CONNECTION_MS = 15_000;

/** Undefined where mail is off. The library is loaded with the first mail. */
export function mailerOf({ smtp }: Pick<Config, 'smtp'>): Mailer | undefined {
  if (!smtp) return undefined;
  const { url, from } = smtp;
  return {
    send: async ({ to, subject, text, endUrl }) => {
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({
        url,
        connectionTimeout: CONNECTION_MS,
        greetingTimeout: CONNECTION_MS,
        socketTimeout: CONNECTION_MS,
      });
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          // Our own words: nothing of them is a file or an address to fetch.
          disableFileAccess: true,
          disableUrlAccess: true,
          headers: {
            'auto-submitted': 'auto-generated',
            ...(endUrl
              ? { 'list-unsubscribe': `<${endUrl}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' }
              : {}),
          },
        });
      } finally {
        transport.close();
      }
    },
  };
}
