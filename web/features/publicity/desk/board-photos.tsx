import { useState } from 'react';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { uploadPicture } from '../../../lib/desk/pictures.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useChange, type DeskPublicityPage } from './publicity-api.ts';

/** Photos of the board with the notice on it; without one, a reminder and the button. */
export function BoardPhotos({ areaId, page }: { areaId: string; page: DeskPublicityPage }) {
  const { now } = useSession();
  const [problem, say] = useState<string | null>(null);
  const change = useChange(areaId);
  const add = async (files: File[]): Promise<void> => {
    say(null);
    const ids: string[] = [];
    try {
      for (const file of files.slice(0, 9)) ids.push((await uploadPicture(areaId, file)).id);
      if (ids.length > 0) await change.mutateAsync({ path: `/${page.id}/proofs`, body: { pictures: ids } });
    } catch (error) {
      say(refusedOf(error)?.detail ?? null);
    }
  };
  if (!page.board && page.proofs.length === 0) return null;
  return (
    <section>
      <h3>公示栏照片</h3>
      {page.needsPhoto && <Note tone="due">这份公示要贴到公示栏，还没有照片。打印、贴好，拍一张传上来。</Note>}
      {problem && <Note tone="late">{problem}</Note>}
      <div className="publicity-pictures">
        {page.proofs.map(({ picture, at }) => (
          <figure key={picture.id}>
            <a href={picture.full} target="_blank" rel="noreferrer" aria-label="看大图">
              <img src={picture.small} alt="贴在公示栏上的样子" width="84" height="64" />
            </a>
            <figcaption className="xs mute">{momentName(at, now())}</figcaption>
          </figure>
        ))}
        {page.actions.includes('prove') && (
          <label className="add">
            <Icon name="camera" size="xs" />
            {change.isPending ? '正在传…' : '传照片'}
            <input
              className="sr"
              type="file"
              accept="image/*"
              multiple
              onChange={(event) => {
                void add([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </label>
        )}
      </div>
    </section>
  );
}
