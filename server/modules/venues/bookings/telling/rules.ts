import { timeName } from '../rules.ts';

/** What a person, or the staff for `asked`, is told of a booking. */
export type Happened =
  'asked' | 'confirm' | 'refuse' | 'cancel' | 'no-show' | 'promoted' | 'moved' | 'closed' | 'waited' | 'unanswered';

export type Told = {
  venueName: string;
  holderName: string;
  title: string;
  startsAt: string;
  endsAt: string;
  state: string;
  reason: string;
};

/** What is said when something happened to a booking. What changes somebody's plans leaves by SMS too. */
export function sentenceOf(what: Happened, booking: Told, now: Date): { title: string; body: string; urgent: boolean } {
  const when = `${booking.venueName}，${timeName(booking, now)}`;
  const why = booking.reason ? `原因：${booking.reason}` : '';
  const say = (title: string, body: string, urgent = false) => ({ title, body, urgent });
  switch (what) {
    case 'asked':
      return say('有一个预约等您确认', `${booking.holderName} 想用 ${when}。${booking.title}`);
    case 'confirm':
      return say('预约确认了', `${when}。请准时来，去不了就取消，让给别人。`);
    case 'refuse':
      return say('预约没有同意', `${when}。${why || '可以换个时间再订。'}`, true);
    case 'cancel':
      return say('您的预约被取消了', `${when}。${why || '可以换个时间再订。'}`, true);
    case 'no-show':
      return say('记了一次“没有来”', `${when}。要是记错了，请和社区说一声，可以改过来。`);
    case 'promoted':
      return booking.state === 'pending'
        ? say('候补轮到您了，等社区确认', `${when}。去不了就取消，让给下一位。`, true)
        : say('候补轮到您了，已经给您订好', `${when}。去不了就取消，让给下一位。`, true);
    case 'moved':
      return say('您的预约换了地方', `时间不变，改到 ${when}。${why}`, true);
    case 'closed':
      return say('您的预约因停用取消了', `${when}。${why}`, true);
    case 'waited':
      return say('候补没有等到', `${when} 一直没有空出来。可以订别的时间。`);
    case 'unanswered':
      return say('预约没有等到答复', `${when}。社区没来得及确认，请直接打电话问一问，或者换个时间。`, true);
  }
}
