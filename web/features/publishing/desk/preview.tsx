import { momentName } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { noticeKinds, type NoticeForm } from './publishing-api.ts';

type NoticeShown = Pick<NoticeForm, 'title' | 'body' | 'kind' | 'affects'> & {
  startsAt?: string | null | undefined;
  endsAt?: string | null | undefined;
};

/** A notice as everybody sees it. */
export function NoticePreview({ notice }: { notice: NoticeShown }) {
  const { now } = useSession();
  const { startsAt, endsAt } = notice;
  return (
    <article className="preview">
      <Tag>{noticeKinds.find((one) => one.value === notice.kind)?.label}</Tag>
      <h2>{notice.title}</h2>
      <p className="sm mute">
        {[
          startsAt ? `${momentName(startsAt, now())} 起` : '',
          endsAt ? `到 ${momentName(endsAt, now())}` : '',
          notice.affects ? `影响 ${notice.affects}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="words">{notice.body}</p>
    </article>
  );
}
