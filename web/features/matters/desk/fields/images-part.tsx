import { useEffect, useRef, useState } from 'react';
import { Image } from 'antd';
import { refusedOf } from '../../../../lib/desk/api.ts';
import { uploadPicture } from '../../../../lib/desk/pictures.ts';
import { Icon } from '../../../../ui/icon.tsx';
import type { Part } from './field-parts.tsx';

const picturesMax = 9;

/** Pictures: chosen, dropped, or pasted anywhere on the page while this field is shown. Each is sent at once. */
export function ImagesPart({ field, id, value, onChange, areaId }: Part) {
  const ids = [value ?? []].flat().map(String);
  const max = typeof field.max === 'number' ? field.max : picturesMax;
  const [busy, setBusy] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef(ids);
  useEffect(() => {
    latest.current = ids;
  });
  const add = async (files: File[]): Promise<void> => {
    setProblem(null);
    const images = files.filter((file) => file.type.startsWith('image/')).slice(0, max - latest.current.length);
    if (images.length < files.length) setProblem(`只收照片，最多 ${max} 张。`);
    setBusy((count) => count + images.length);
    for (const image of images) {
      try {
        const picture = await uploadPicture(areaId, image);
        latest.current = [...latest.current, picture.id];
        onChange(latest.current);
      } catch (error) {
        setProblem(`“${image.name}”没有传上：${refusedOf(error)?.detail ?? ''}`);
      }
      setBusy((count) => count - 1);
    }
  };
  const adding = useRef(add);
  useEffect(() => {
    adding.current = add;
  });
  useEffect(() => {
    const pasted = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) void adding.current(files);
    };
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, []);
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void add([...event.dataTransfer.files]);
      }}
    >
      <div className="shots">
        {ids.map((one) => (
          <figure key={one}>
            <Image src={pictureAddress(areaId, one)} alt="" width={84} height={64} style={{ objectFit: 'cover' }} />
            <button
              type="button"
              aria-label="去掉这张照片"
              onClick={() => onChange(ids.filter((each) => each !== one))}
            >
              <Icon name="close" size="xs" />
            </button>
          </figure>
        ))}
        {ids.length < max && (
          <label className="add-shot">
            <Icon name="camera" size="m" />
            {busy > 0 ? `正在传 ${busy} 张` : '加照片'}
            <input
              id={id}
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
      <p className="hint">可以直接粘贴截图，或把照片拖进来。每张不超过 12 MB。</p>
      {problem && <p className="problem">{problem}</p>}
    </div>
  );
}

function pictureAddress(areaId: string, id: string): string {
  if (id.startsWith('illustration:')) return `/illustrations/${id.slice('illustration:'.length)}.svg`;
  return `/api/v1/areas/${areaId}/files/${id}?size=small`;
}
