import { clockTime, momentName } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { activityKinds, noticeKinds, type ActivityForm, type NoticeForm } from './publishing-api.ts';

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

type ActivityShown = Pick<ActivityForm, 'title' | 'summary' | 'kind' | 'place' | 'startsAt' | 'endsAt' | 'host'> & {
  seats?: number | null | undefined;
};

/** An activity as everybody sees it. */
export function ActivityPreview({ activity }: { activity: ActivityShown }) {
  const { now } = useSession();
  return (
    <article className="preview">
      <Tag>{activityKinds.find((one) => one.value === activity.kind)?.label}</Tag>
      <h2>{activity.title}</h2>
      <dl>
        <dt>时间</dt>
        <dd>
          {momentName(activity.startsAt, now())}–{clockTime(activity.endsAt)}
        </dd>
        <dt>地点</dt>
        <dd>{activity.place}</dd>
        <dt>谁办</dt>
        <dd>{activity.host}</dd>
        <dt>名额</dt>
        <dd>{activity.seats ? `${activity.seats} 人，要报名` : '不用报名，来就行'}</dd>
      </dl>
      {activity.summary && <p className="words">{activity.summary}</p>}
    </article>
  );
}
