import { Image } from 'antd';
import type { MatterDetail, Picture } from '#contract/matters';

/** Before and after, side by side; drawn pictures say so. */
export function Pictures({ matter }: { matter: MatterDetail }) {
  const groups = [
    { word: '上报时', pictures: matter.before },
    { word: '办理后', pictures: matter.afterPictures },
  ];
  const shown = groups.flatMap(({ word, pictures }) => pictures.map((picture) => ({ word, picture })));
  if (shown.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <div className="pics">
        {shown.map(({ word, picture }) => (
          <Shot key={word + picture.id} word={word} picture={picture} />
        ))}
      </div>
    </Image.PreviewGroup>
  );
}

function Shot({ word, picture }: { word: string; picture: Picture }) {
  const caption = picture.drawn ? `${word}（示意图）` : word;
  return (
    <figure>
      <Image src={picture.small} preview={{ src: picture.full }} width={124} height={84} alt={caption} />
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
