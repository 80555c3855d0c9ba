import { createTransport } from 'nodemailer';

export type MailOptions = {
  /** The operator's own relay, `smtp://` or `smtps://`, which may be private. */
  relay: string;
  from: string;
  /** Domains that are written to, and no others. */
  domains: readonly string[];
};

export type Letter = { to: string; subject: string; text: string };

/** The door through which letters leave, to the operator's relay alone. It throws a sentence without address or password. */
export type Mail = { domains: readonly string[]; send(letter: Letter): Promise<void> };

const timeoutMs = 10_000;

export function openMail({ relay, from, domains }: MailOptions): Mail {
  const transport = createTransport({
    url: relay,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    domains,
    async send({ to, subject, text }) {
      // An address object is one mailbox, whatever stands in it; a text would be read as a list of them.
      await transport
        .sendMail({ from, to: { name: '', address: to }, subject, text, textEncoding: 'base64' })
        .catch((error) => {
          throw new Error(sentenceOf(error));
        });
    },
  };
}

function sentenceOf({ code, responseCode }: { code?: string; responseCode?: number }): string {
  if (responseCode) return `邮件服务器没有收：${responseCode}`;
  return code === 'EAUTH' ? '邮件服务器不认这个账号' : '连不上邮件服务器';
}
