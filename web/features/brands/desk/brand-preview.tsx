import { paragraphsOf } from '../brand-words.ts';
import { pictureOf, type Form } from './brand-api.ts';

/** The head of the page as residents will see it. */
export function BrandPreview({ areaId, areaName, form }: { areaId: string; areaName: string; form: Form }) {
  const [first] = form.pictures;
  return (
    <aside className="brand-preview" aria-label="预览">
      {first ? <img src={pictureOf(areaId, first)} alt="" /> : <p className="none">封面图</p>}
      <div>
        <p className="mute sm">{areaName}</p>
        <p className="name">{form.name || '名称'}</p>
        <p className="slogan">{form.slogan || '一句话'}</p>
        {paragraphsOf(form.story).map((line) => (
          <p key={line} className="line">
            {line}
          </p>
        ))}
      </div>
    </aside>
  );
}
