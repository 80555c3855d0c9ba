import type { ReactNode } from 'react';
import type { VenuePage } from '#contract/venues';
import { pictureAddress } from '../../ui/picture.ts';
import { sizeName } from './venue-words.ts';

type Told = Pick<
  VenuePage,
  'name' | 'story' | 'usedBefore' | 'picture' | 'pictureBefore' | 'sizeTenths' | 'sizeBeforeTenths'
>;

/** What it was before and how it became what it is. Source: D16, D27, A6. */
export function VenueStory({ venue }: { venue: Told }): ReactNode {
  const { story, usedBefore, pictureBefore, sizeTenths, sizeBeforeTenths } = venue;
  if (!story && !usedBefore) return null;
  const grew = sizeBeforeTenths !== null && sizeTenths !== null && sizeTenths !== sizeBeforeTenths;
  const facts = [
    usedBefore ? `原来是${usedBefore}` : '',
    grew ? `面积从 ${sizeName(sizeBeforeTenths)} 到 ${sizeName(sizeTenths)}` : '',
  ].filter(Boolean);
  return (
    <section className="card gap">
      {pictureBefore ? (
        <div className="ba">
          <Side picture={pictureBefore} word="之前" title={venue.name} />
          <Side picture={venue.picture} word="现在" title={venue.name} />
          <span className="mock">示意图</span>
        </div>
      ) : null}
      <div className="pad" data-read>
        {facts.length > 0 ? <p className="soft num">{facts.join('；')}。</p> : null}
        {story ? <p className={facts.length > 0 ? 'gap' : ''}>{story}</p> : null}
      </div>
    </section>
  );
}

function Side({ picture, word, title }: { picture: string; word: '之前' | '现在'; title: string }): ReactNode {
  return (
    <div>
      <img src={pictureAddress(picture)} alt={`${word}：${title}`} width="240" height="160" loading="lazy" />
      <span className={word === '现在' ? 'w now' : 'w'}>{word}</span>
    </div>
  );
}
