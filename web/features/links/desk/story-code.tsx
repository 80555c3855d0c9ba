import { QrCode } from '../../../ui/desk/qr-code.tsx';
import { useBelongs, type Kind } from './links-api.ts';
import './links.css';

/** The code of the story a printed record belongs to; nothing for one that stands alone. */
export function StoryCode({ areaId, kind, id }: { areaId: string; kind: Kind; id: string }) {
  const [story] = useBelongs(areaId, kind, id).data?.items ?? [];
  if (!story) return null;
  return (
    <div className="story-code">
      <QrCode text={location.origin + story.href} label="打开这一件事" />
      <p>
        <b>一件事，从头到尾</b>
        <br />
        扫码看《{story.title}》从提出到办成的全过程，每一步都有原始记录。
        <br />
        查询码 {story.code}
      </p>
    </div>
  );
}
