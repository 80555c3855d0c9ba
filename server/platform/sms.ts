import type { Log } from '#platform/log';

/** One text message to one mobile number (eleven digits). */
export type SmsMessage = { phone: string; text: string };

/** The door through which text messages leave. Put another in its place for a real sender; it throws when nothing was sent. */
export type SmsDoor = { send(message: SmsMessage): Promise<void> };

/** Development and demo: nothing leaves the house. The log shows that a message went, to which last two digits, never its text. */
export function consoleSms(log: Log): SmsDoor {
  return {
    send: async ({ phone, text }) =>
      void log.info({ to: `*********${phone.slice(-2)}`, characters: text.length }, 'text message (console)'),
  };
}
