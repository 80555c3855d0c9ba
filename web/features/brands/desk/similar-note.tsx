import { Note } from '../../../ui/desk/states.tsx';
import type { SimilarBrand } from './brand-api.ts';

/** Brands of other communities that are close: to be looked at before it is submitted. */
export function SimilarNote({ similar }: { similar: readonly SimilarBrand[] }) {
  if (similar.length === 0) return null;
  return (
    <Note tone="due">
      和别的社区相近，请复核有没有自己的特色：
      {similar.map(({ areaId, areaName, name, because }) => (
        <a key={areaId} href={`/b/${areaId}`} target="_blank" rel="noreferrer" className="similar">
          {areaName}“{name}”（{because === 'name' ? '名字相近' : '主题相近'}）
        </a>
      ))}
    </Note>
  );
}
