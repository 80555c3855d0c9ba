import drawings from '../../../illustrations/index.json';

const events = drawings.filter(({ kind }) => kind === 'event');
const nameOf = (file: string): string => file.replace(/\.svg$/, '');

/** One of our drawings, marked as such on the page, until there is a photo. */
export function PictureChoice({ picture, onChange }: { picture: string | null; onChange: (picture: string) => void }) {
  return (
    <div className="picture-choice" role="radiogroup" aria-label="配图">
      {events.map(({ file, title }) => (
        <label key={file} className={picture === nameOf(file) ? 'on' : undefined} title={title}>
          <input
            type="radio"
            name="picture"
            className="sr"
            checked={picture === nameOf(file)}
            onChange={() => onChange(nameOf(file))}
          />
          <img src={`/illustrations/${file}`} alt={title} width="104" height="58" loading="lazy" />
        </label>
      ))}
    </div>
  );
}
